import type { EncryptedBy } from '../../cells/read-result.ts';
import type { Text } from '../../locale.ts';
import { WHOLE_FILE } from '../finding.ts';
import { defineRule } from '../rule.ts';

const LOCKS: Readonly<Record<EncryptedBy, Text>> = {
  password: {
    zh: '文件设有打开密码，无法读取。请在 Excel 或 WPS 中打开，取消密码（文件→信息→保护工作簿→用密码加密，清空密码），另存为 .xlsx 再上传。',
    en: 'The file is protected by a password and cannot be read. Open it in Excel or WPS, remove the password, save as .xlsx and upload again.',
  },
  'security-software': {
    zh: '文件被本单位的文档加密软件加密，离开单位电脑就无法读取。请用该软件解密（或请信息科协助）后再上传。',
    en: 'The file is locked by your office’s document protection and cannot be read elsewhere. Have it unlocked there, then upload it again.',
  },
};

const lockOf = (by: string): Text => LOCKS[by as EncryptedBy] ?? LOCKS.password;

/** The workbook opens without a password. */
export const fileNotEncrypted = defineRule({
  id: 'file-not-encrypted',
  number: 'F',
  severity: 'error',
  scope: 'file',
  title: { zh: '文件没有打开密码', en: 'The file has no password' },
  message: {
    zh: ({ by }: { by: string }) => lockOf(by).zh,
    en: ({ by }) => lockOf(by).en,
  },
  example: { by: 'password' },
  *check({ refusal }) {
    if (refusal?.kind === 'encrypted') yield { at: WHOLE_FILE, params: { by: refusal.by } };
  },
});
