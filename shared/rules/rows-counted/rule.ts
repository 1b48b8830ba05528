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
      `${count} lines are sums, notes or signatures and are not counted as projects: ${lines}.`,
  },
  *check(table) {
    // 合计 of a template of ours is no news to anybody.
    const silent = table.identity === null ? ['numbered'] : ['numbered', 'sum'];
    const lines = table.leftOut.filter(({ kind }) => !silent.includes(kind));
    if (lines.length === 0) return;
    const quoted = lines.slice(0, NAMED_LINES).map(({ row }) => {
      const text = Object.values(row.entries).find((entry) => entry.text !== '')?.text ?? '';
      const short = [...text].slice(0, QUOTED).join('');
      return `第 ${row.number} 行“${short === text ? text : `${short}…`}”`;
    });
    const more = lines.length > NAMED_LINES ? ' 等' : '';
    yield {
      at: inTable(table, undefined),
      params: { count: lines.length, lines: quoted.join('、') + more },
    };
  },
});
