import { namesContact } from '../../rows/contacts.ts';
import type { LeftOutRow } from '../../rows/row.ts';
import { inTable } from '../address.ts';
import { defineRule } from '../rule.ts';

/** Lines named in the message; the rest is counted. */
const NAMED_LINES = 4;

/** Characters quoted of a line. */
const QUOTED = 12;

/** Every line below the header is a project; sums, notes and signatures are said to be left out. */
export const rowsCounted = defineRule({
  id: 'rows-counted',
  number: 'I2',
  severity: 'hint',
  scope: 'table',
  title: { zh: '表下各行都是项目', en: 'Every line below the header is a project' },
  message: {
    zh: ({ count, lines }: { count: number; lines: string }) =>
      `有 ${count} 行是合计、说明或签名，未作为项目计入：${lines}。如其中有项目，请补填序号和金额。`,
    en: ({ count, lines }) =>
      `Lines that are sums, notes or signatures and not counted as projects: ${count}, namely ${lines}.`,
  },
  example: { count: 2, lines: '第 33 行“合计”、第 34 行“填表人：”' },
  *check(table) {
    // 合计 of a template of ours is no news to anybody.
    const told = table.identity === null ? ['sum', 'note'] : ['note'];
    const lines = table.leftOut.filter(({ kind }) => told.includes(kind));
    if (lines.length === 0) return;
    const more = lines.length > NAMED_LINES ? ' 等' : '';
    const named = lines.slice(0, NAMED_LINES).map(nameOf).join('、');
    yield { at: inTable(table, undefined), params: { count: lines.length, lines: named + more } };
  },
});

/** Sums and notes in words; whatever may name a person by its number alone. */
const IS_NOTE = /^(?:备?注|附注|说明|填[表报]说明)/u;

/** As long as a telephone number. */
const LONG_NUMBER = /\d{7}|\d{3,4}-\d/u;

function nameOf({ kind, row }: LeftOutRow): string {
  const texts = Object.values(row.entries).flatMap(({ text }) => (text === '' ? [] : [text]));
  const [first = ''] = texts;
  const isPublic =
    (kind === 'sum' || IS_NOTE.test(first)) &&
    !texts.some(namesContact) &&
    !LONG_NUMBER.test(first.normalize('NFKC'));
  if (!isPublic) return `第 ${row.number} 行`;
  const short = [...first].slice(0, QUOTED).join('');
  return `第 ${row.number} 行“${short === first ? first : `${short}…`}”`;
}
