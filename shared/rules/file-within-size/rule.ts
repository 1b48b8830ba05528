import { WHOLE_FILE } from '../finding.ts';
import { defineRule } from '../rule.ts';

const MEBIBYTE = 1024 * 1024;

/** The file is not larger than an upload may be. */
export const fileWithinSize = defineRule({
  id: 'file-within-size',
  number: 'F',
  severity: 'error',
  scope: 'file',
  title: { zh: '文件不超过大小上限', en: 'The file is within the size limit' },
  message: {
    zh: ({ megabytes, limit }: { megabytes: string; limit: number }) =>
      `文件有 ${megabytes} MB，超过上限 ${limit} MB。请删去图片、附件和无关工作表后另存为 .xlsx 再传。`,
    en: ({ megabytes, limit }) =>
      `The file has ${megabytes} MB, the limit is ${limit} MB. Remove pictures and unrelated sheets, save as .xlsx and upload again.`,
  },
  example: { megabytes: '12.4', limit: 10 },
  *check({ refusal }) {
    if (refusal?.kind !== 'too-large') return;
    const megabytes = (refusal.bytes / MEBIBYTE).toFixed(1);
    yield { at: WHOLE_FILE, params: { megabytes, limit: refusal.limit / MEBIBYTE } };
  },
});
