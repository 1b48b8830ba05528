import type { Damage } from '../../cells/read-result.ts';
import type { Text } from '../../locale.ts';
import { WHOLE_FILE } from '../finding.ts';
import { defineRule } from '../rule.ts';

const DAMAGES: Readonly<Record<Damage, Text>> = {
  truncated: {
    zh: '文件不完整：上传或下载没有完成，只有前一部分。请重新下载或从原电脑复制一份，确认能打开后再上传。',
    en: 'The file is incomplete: an upload or download did not finish, only the first part is there. Fetch it again, check that it opens, and upload it.',
  },
  broken: {
    zh: '文件已损坏，无法打开。请在 Excel 或 WPS 中确认能打开（必要时用“打开并修复”），另存为 .xlsx 再上传。',
    en: 'The file is damaged and cannot be opened. Check that it opens in Excel or WPS (try “open and repair”), save as .xlsx and upload again.',
  },
  forged: {
    zh: '文件的内部结构不是 Excel 或 WPS 保存的样子，为安全起见没有读取。请在 Excel 或 WPS 中打开原表，另存为新的 .xlsx 再上传。',
    en: 'The inside of the file is not as Excel or WPS saves it, so for safety it was not read. Open the original in Excel or WPS, save it as a new .xlsx and upload that.',
  },
};

const damageOf = (how: string): Text => DAMAGES[how as Damage] ?? DAMAGES.broken;

/** The workbook is whole. */
export const fileNotDamaged = defineRule({
  id: 'file-not-damaged',
  number: 'F',
  severity: 'error',
  scope: 'file',
  title: { zh: '文件完整', en: 'The file is whole' },
  message: {
    zh: ({ how }: { how: string }) => damageOf(how).zh,
    en: ({ how }) => damageOf(how).en,
  },
  example: { how: 'truncated' },
  *check({ refusal }) {
    if (refusal?.kind === 'damaged') yield { at: WHOLE_FILE, params: { how: refusal.how } };
  },
});
