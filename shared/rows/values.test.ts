import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { longgang2020 } from '../../templates/longgang-2020/form.ts';
import { GOOD_ROW, type Typed, tableOf } from '../../test/make-sheet.ts';
import { parseDecimal } from '../decimal.ts';
import { toRecords } from '../records/to-records.ts';
import { plainNumber } from './plain-number.ts';
import { readSerial } from './read-serial.ts';
import { readText } from './read-text.ts';
import type { Table } from './row.ts';

/** What the first project holds in a column, in fen, and what was changed to read it. */
function budgetOf(typed: Typed, unitLine = '单位：万元') {
  const table = tableOf([{ ...GOOD_ROW, budgetTotal: typed }], { unitLine });
  const entry = table.rows[0]?.entries['budgetTotal'];
  const { figure } = entry ?? {};
  return [figure?.kind === 'amount' ? figure.amount.fen : figure?.kind, entry?.normalised ?? []];
}

describe('an amount as clerks type it, in fen', () => {
  test.each<[Typed, number, readonly string[]]>([
    [35, 35_000_000, []],
    ['35', 35_000_000, ['text-figure']],
    ['１，４２４．７９', 1_424_790_000, ['full-width-figure']],
    [' 1,424.79 ', 1_424_790_000, ['text-figure']],
    ['¥35', 35_000_000, ['text-figure', 'unit-in-cell']],
    ['￥35.00', 35_000_000, ['text-figure', 'unit-in-cell']],
    ['人民币35万元整', 35_000_000, ['text-figure', 'unit-in-cell']],
    ['35万元', 35_000_000, ['text-figure', 'unit-in-cell']],
    ['35 万', 35_000_000, ['text-figure', 'unit-in-cell']],
    ['350000元', 35_000_000, ['text-figure', 'converted-cell']],
    ['350,000.00元', 35_000_000, ['text-figure', 'converted-cell']],
    ['0.35亿元', 3_500_000_000, ['text-figure', 'converted-cell']],
    ['350千元', 35_000_000, ['text-figure', 'converted-cell']],
    [{ number: 35, text: '35万元' }, 35_000_000, []],
    ['0', 0, ['text-figure']],
  ])('%o is %i', (typed, fen, normalised) => {
    expect(budgetOf(typed)).toEqual([fen, normalised]);
  });

  test.each<[string, Typed, number]>([
    ['单位：元', 350_000, 35_000_000],
    ['金额单位：人民币元', 350_000.5, 35_000_050],
    ['单位：亿元', 0.0035, 35_000_000],
    ['（单位：千元）', 350, 35_000_000],
  ])('below “%s” %o is %i, and said to be converted', (unitLine, typed, fen) => {
    expect(budgetOf(typed, unitLine)).toEqual([fen, ['converted-table']]);
  });

  test('a unit in the cell goes before the unit of the table', () => {
    expect(budgetOf('35万元', '单位：元')).toEqual([35_000_000, ['text-figure', 'unit-in-cell']]);
  });

  test('is exact whatever thousands separators, width or unit it is written with', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 9_999_999_99 }), (hundredths) => {
        const plain = (hundredths / 100).toFixed(2);
        const fullWidth = plain.replace(/[\d.]/gu, (character) =>
          String.fromCharCode(character.charCodeAt(0) + 0xfee0),
        );
        const grouped = plain.replace(/\B(?=(\d{3})+\.)/gu, ',');
        const value = parseDecimal(plain);
        for (const typed of [plain, fullWidth, grouped, `¥${grouped}`, `${plain} 万元`]) {
          expect(plainNumber(typed).value).toEqual(value);
        }
      }),
    );
  });
});

/** The rate read of a project that spent 34.08 of 35 (97.37 %), as a decimal, and how. */
function rateOf(typed: Typed, more: Readonly<Record<string, Typed>> = {}) {
  const table = tableOf([{ ...GOOD_ROW, ...more, executionRate: typed }]);
  const { figure, normalised = [] } = table.rows[0]?.entries['executionRate'] ?? {};
  const rate = figure?.kind === 'rate' ? figure.rate.scaled / 10 ** figure.rate.places : null;
  return [rate, normalised];
}

describe('an execution rate: number format, sign and the amounts decide what is meant', () => {
  test.each<[string, Typed, number, readonly string[]]>([
    ['a percent format', { number: 0.9737, text: '97.37%', isPercent: true }, 0.9737, []],
    ['a ratio', 0.9737, 0.9737, []],
    ['a percentage as text', '97.37%', 0.9737, ['text-figure']],
    ['a full-width sign', '97.37％', 0.9737, ['full-width-figure']],
    ['full-width digits', '９７．３７％', 0.9737, ['full-width-figure']],
    ['a percentage without its sign', 97.37, 0.9737, ['percent-sign-missing']],
    ['the same as text', '97.37', 0.9737, ['text-figure', 'percent-sign-missing']],
    ['a wrong percentage without sign', 92, 0.92, ['percent-sign-missing']],
    ['a wrong ratio', 0.92, 0.92, []],
    [
      '92 in a percent format: told as wrong',
      { number: 92, text: '9200%', isPercent: true },
      92,
      [],
    ],
    ['0.97%: told as wrong', '0.97%', 0.0097, ['text-figure']],
  ])('%s', (_what, typed, rate, normalised) => {
    expect(rateOf(typed)).toEqual([rate, normalised]);
  });

  test('1 is all of it, or one percent, by what was spent', () => {
    const all = { actualTotal: 35, actualGeneral: 22, actualFund: 13 };
    const little = { actualTotal: 0.35, actualGeneral: 0.35, actualFund: 0 };
    expect(rateOf(1, all)).toEqual([1, []]);
    expect(rateOf(100, all)).toEqual([1, ['percent-sign-missing']]);
    expect(rateOf(1, little)).toEqual([0.01, ['percent-sign-missing']]);
  });

  test('without amounts only what cannot be a ratio is a percentage', () => {
    expect(rateOf(92, { actualTotal: '' })).toEqual([0.92, ['percent-sign-missing']]);
    expect(rateOf(1.2, { actualTotal: '' })).toEqual([1.2, []]);
  });

  test('in the form of 2020, which prints ratios, a percentage is the same rate', () => {
    const typed = { ...GOOD_ROW, executionRate: '97.37%' };
    const [row] = tableOf([typed], { form: longgang2020 }).rows;
    expect(row?.entries['executionRate']?.figure).toEqual({
      kind: 'rate',
      rate: { scaled: 9737, places: 4 },
    });
  });
});

describe('words for nothing stay what they are', () => {
  const WORDS = ['无', '暂无', '不适用', '不需要整改', '—', '/', ''];

  test.each(WORDS)('“%s” in a text column', (word) => {
    const table = tableOf([{ ...GOOD_ROW, problems: word }]);
    expect(toRecords(table, null)[0]?.texts['problems']).toBe(word);
  });

  test.each(['无', '不适用', '—', '/'])(
    '“%s” in a money column is no zero, and is kept',
    (word) => {
      const [record] = toRecords(tableOf([{ ...GOOD_ROW, budgetNonFiscal: word }]), null);
      expect([record?.amounts['budgetNonFiscal'], record?.texts['budgetNonFiscal']]).toEqual([
        null,
        word,
      ]);
    },
  );
});

describe('a free text', () => {
  test.each([
    ['完成 ，并验收 。', '完成，并验收。'],
    ['出台《 十四五规划 》 ；', '出台《十四五规划》；'],
    ['1. 储备粮\n2. 轮换', '1. 储备粮\n2. 轮换'],
    ['Excel 和 WPS', 'Excel 和 WPS'],
    ['（ 本级 ）', '（本级）'],
  ])('%j is kept as %j', (typed, text) => {
    expect(readText(typed).text).toBe(text);
  });

  test('reading it twice changes nothing, and nothing but spaces is taken', () => {
    const piece = fc.constantFrom(
      ' ',
      '\u3000',
      '，',
      '。',
      '（',
      '）',
      '《',
      '》',
      '粮',
      'a',
      '\n',
    );
    fc.assert(
      fc.property(fc.string({ unit: piece }), (typed) => {
        const { text } = readText(typed);
        expect(readText(text).text).toBe(text);
        expect(text.replace(/[ \u3000]/gu, '')).toBe(typed.replace(/[ \u3000]/gu, ''));
      }),
    );
  });

  test('names are kept as typed', () => {
    const projectName = '粮食储备 （二期 ）';
    const [row] = tableOf([{ ...GOOD_ROW, projectName }]).rows;
    expect(row?.entries['projectName']?.text).toBe(projectName);
  });
});

test.each([
  ['5', 5],
  ['５', 5],
  ['5.', 5],
  ['（6）', 6],
  ['⑦', 7],
  ['8.0', 8],
  ['第9号', 9],
  ['No. 10', 10],
  ['1.1', null],
  ['一', null],
  ['2021年', null],
])('the serial %s is %o', (typed, serial) => {
  expect(readSerial(typed)).toBe(serial);
});

describe('what was normalised is counted for the table', () => {
  const kinds = ({ normalised }: Table) =>
    normalised.map(({ kind, count, at }) => [kind, count, at.cell]);

  test('each kind once, with its first cell', () => {
    const table = tableOf([
      { ...GOOD_ROW, annualGoal: { text: '完成', cleaned: ['invisible-characters'] } },
      { ...GOOD_ROW, serial: 2, budgetFund: '13' },
      { ...GOOD_ROW, serial: 3, budgetFund: '13', problems: '无 。' },
    ]);
    expect(kinds(table)).toEqual([
      ['invisible-characters', 1, 'M6'],
      ['text-figure', 2, 'F7'],
      ['spaces-beside-punctuation', 1, 'AF8'],
    ]);
  });

  test('a table whose every figure is a text, as a CSV is, is not told of each', () => {
    const typed = Object.fromEntries(
      Object.entries(GOOD_ROW).map(([field, value]) => [
        field,
        typeof value === 'number' ? String(value) : value,
      ]),
    );
    expect(kinds(tableOf([{ ...typed, executionRate: '97.37%' }]))).toEqual([]);
  });
});
