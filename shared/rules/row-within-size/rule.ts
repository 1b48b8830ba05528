import { inRow } from '../address.ts';
import { defineRule } from '../rule.ts';

/**
 * UTF-8 bytes of a row's texts. A stored item holds 400 KB (DynamoDB); the rest is left for field
 * names, figures and keys.
 */
const MAX_ROW_BYTES = 300 * 1024;

/** The texts of a row fit into one stored item. */
export const rowWithinSize = defineRule({
  id: 'row-within-size',
  number: 'F',
  severity: 'error',
  scope: 'row',
  title: { zh: '一个项目的文字不超过上限', en: 'The texts of a project are within the limit' },
  message: {
    zh: ({ kilobytes, limit }: { kilobytes: number; limit: number }) =>
      `这个项目的文字共 ${kilobytes} KB，超过上限 ${limit} KB（约十万字）。请删减，或另附材料。`,
    en: ({ kilobytes, limit }) =>
      `The texts of this project have ${kilobytes} KB, the limit is ${limit} KB. Shorten them.`,
  },
  example: { kilobytes: 412, limit: 300 },
  *check(row) {
    const encoder = new TextEncoder();
    const texts = [
      ...Object.values(row.entries).map(({ text }) => text),
      ...row.extraIndicators.flatMap(({ title, target, actual }) => [title, target, actual]),
    ];
    const bytes = texts.reduce((sum, text) => sum + encoder.encode(text).length, 0);
    if (bytes <= MAX_ROW_BYTES) return;
    yield {
      at: inRow(row, 'projectName'),
      params: { kilobytes: Math.ceil(bytes / 1024), limit: MAX_ROW_BYTES / 1024 },
    };
  },
});
