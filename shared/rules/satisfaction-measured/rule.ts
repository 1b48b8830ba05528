import { compareDecimals } from '../../indicators/numerals.ts';
import { isPlaceholder } from '../../indicators/placeholders.ts';
import { type Reading, readingOf } from '../../indicators/read-indicator.ts';
import type { Row, Table } from '../../rows/row.ts';
import { inTable } from '../address.ts';
import { defineRule } from '../rule.ts';
import { serialRanges } from '../serial-ranges.ts';

/** So many projects must state a figure before all of them being 100% is told. */
const ENOUGH = 5;
const HUNDRED = { digits: 100n, places: 0 };

/** There is no one to ask yet, and the cell says so. */
const NOT_YET = /未完成|暂未|尚未|未开展|未实施|未启动/;

/** Satisfaction is measured: it has figures, and not the same 100% everywhere. */
export const satisfactionMeasured = defineRule({
  id: 'satisfaction-measured',
  number: 'I6',
  severity: 'hint',
  scope: 'table',
  title: {
    zh: '满意度有数值，且不是清一色 100%',
    en: 'Satisfaction has figures, and not the same 100% everywhere',
  },
  message: {
    zh: ({ without, serials, perfect }: MeasuredParams) =>
      [
        without > 0 ? `${without} 个项目的满意度完成情况没有数值（序号 ${serials}）` : '',
        perfect > 0 ? `${perfect} 个写出数值的项目清一色为 100%` : '',
      ]
        .filter((part) => part !== '')
        .join('；')
        .concat('。请核对是否做过调查，按调查结果填写。'),
    en: ({ without, serials, perfect }: MeasuredParams) =>
      [
        without > 0
          ? `The satisfaction of ${without} ${without === 1 ? 'project' : 'projects'} has no figure (No. ${serials})`
          : '',
        perfect > 0 ? `all ${perfect} figures stated are 100%` : '',
      ]
        .filter((part) => part !== '')
        .join('; ')
        .concat('. Check whether there was a survey, and state its results.'),
  },
  example: { without: 3, serials: '7、10、15', perfect: 30 },
  *check(table) {
    const asked = table.rows.flatMap((row) => satisfactionOf(row, table) ?? []);
    const without = asked.filter(({ reading }) => !reading.hasFigure);
    const stated = asked.filter(({ reading }) => reading.hasFigure);
    const isPerfect = stated.length >= ENOUGH && stated.every(({ reading }) => isHundred(reading));
    const [first] = without.length > 0 ? without : isPerfect ? stated : [];
    if (first === undefined) return;
    yield {
      at: inTable(table, first.row.entries['satisfactionActual']?.at),
      params: {
        without: without.length,
        serials: serialRanges(without.map(({ row }) => row.entries['serial']?.text ?? '')),
        perfect: isPerfect ? stated.length : 0,
      },
    };
  },
});

function satisfactionOf(row: Row, { form }: Table): { row: Row; reading: Reading } | undefined {
  const actual = row.entries['satisfactionActual'];
  if (actual === undefined || actual.text === '' || NOT_YET.test(actual.text)) return undefined;
  const reading = readingOf(actual);
  if (reading.kind === 'not-applicable' || reading.kind === 'none') return undefined;
  return isPlaceholder(actual.text, form) ? undefined : { row, reading };
}

const isHundred = ({ statements }: Reading): boolean =>
  statements.length > 0 &&
  statements.every(({ number, unit }) => unit === '%' && compareDecimals(number, HUNDRED) === 0);

type MeasuredParams = { without: number; serials: string; perfect: number };
