import fc from 'fast-check';
import { cleanText } from '../shared/cells/clean-text.ts';
import { computeRate, type Rate } from '../shared/rate.ts';
import type { ProjectRecord } from '../shared/records/record.ts';
import { readText } from '../shared/rows/read-text.ts';
import type { ExtraIndicator } from '../shared/rows/row.ts';
import { type FormDefinition, leaves } from '../templates/form.ts';

/*
 * Records as reading could have made them, with whatever texts and amounts: for properties.
 */

/** Texts that are awkward in cells, formulas, XML or for readers. */
const NASTY = [
  '=1+1',
  '=HYPERLINK("http://x","y")',
  '+86',
  '-1',
  '@SUM(A1)',
  '95%',
  '3-1',
  '2021年9月',
  '0012',
  '1e5',
  'TRUE',
  '#REF!',
  '无',
  '不适用',
  '—',
  '_x000D_',
  '_x0041_',
  '<b>&amp;"\'',
  ']]>',
  '一行\n二行\n\n四行',
  '𠮷野家㐂',
  '“引号”……——',
  '长'.repeat(3000),
];

const text = fc
  .oneof(fc.constantFrom(...NASTY), fc.string({ unit: 'grapheme', maxLength: 20 }), fc.constant(''))
  // As records hold it: read once already.
  .map((typed) => readText(cleanText(typed)).text);

/** A name that is there, and is not the word by which sums are known. */
const name = text.map((typed) => `${typed}项目`);

const fen = fc.oneof(
  fc.constant(null),
  fc.constant(0),
  fc.integer({ min: 0, max: 1_000_000_000_000 }),
  fc.integer({ min: 0, max: 100_000 }).map((hundredths) => hundredths * 10_000),
);

const EXTRA_TITLES = ['设备利用率', '甲/乙指标', '指标(一)'];

const extras = (form: FormDefinition): fc.Arbitrary<readonly ExtraIndicator[]> => {
  const fields = leaves(form.columns).flatMap(({ type, field }) =>
    type === 'extension' ? [field] : [],
  );
  const all = fields.flatMap((field) => ['', ...EXTRA_TITLES].map((title) => ({ field, title })));
  const filled = fc.tuple(name, text);
  return fc.subarray(all).chain((chosen) =>
    fc.array(filled, { minLength: chosen.length, maxLength: chosen.length }).map((texts) =>
      chosen.map((extra, index) => {
        const [target = '', actual = ''] = texts[index] ?? [];
        return { ...extra, target, actual: extra.title === '' ? '' : actual };
      }),
    ),
  );
};

/** Fifteen digits: what a formula's stored result holds. */
const MOST_DIGITS = 999_999_999_999_999;

/** Fen: more than amounts with two decimals (万元) may be off by. */
const ROUNDING = 10_000;

const rateFor = (
  form: FormDefinition,
  amounts: ProjectRecord['amounts'],
): fc.Arbitrary<Rate | null> => {
  const actual = amounts[form.rate.actual] ?? null;
  const budget = amounts[form.rate.budget] ?? null;
  if (budget === 0) return fc.constant(null);
  const exact = actual === null || budget === null ? null : computeRate(actual, budget, 4);
  const computed = exact !== null && exact.scaled <= MOST_DIGITS ? exact : null;
  const certain = fc.constantFrom(computed, null);
  // A wrong one, but no bare number that could be a percentage without its sign: 1.9994 beside amounts
  // that come to 2 % is read as 1.9994 %, and rightly so.
  if (actual !== null && budget !== null && actual < budget * 0.03 + ROUNDING) return certain;
  const stated = fc.record({
    scaled: fc.integer({ min: 5_000, max: 19_999 }),
    places: fc.constant(4),
  });
  return fc.oneof(certain, stated);
};

/** Amounts that add up in half of all cases. */
const amountsOf = (form: FormDefinition): fc.Arbitrary<Record<string, number | null>> => {
  const fields = leaves(form.columns).flatMap(({ type, field }) =>
    type === 'money' ? [field] : [],
  );
  return fc
    .tuple(fc.record(Object.fromEntries(fields.map((field) => [field, fen]))), fc.boolean())
    .map(([amounts, addUp]) => {
      if (!addUp) return amounts;
      const totals = form.sums.map(({ total, parts }) => {
        const stated = parts.flatMap((part) => amounts[part] ?? []);
        return [total, stated.length === 0 ? null : stated.reduce((sum, part) => sum + part, 0)];
      });
      return { ...amounts, ...Object.fromEntries(totals) };
    });
};

const recordOf = (form: FormDefinition): fc.Arbitrary<ProjectRecord> => {
  const texts = Object.fromEntries(
    leaves(form.columns).flatMap(({ type, field }) =>
      type === 'text' ? [[field, field === 'projectName' ? name : text]] : [],
    ),
  );
  return fc
    .tuple(fc.record(texts), amountsOf(form), extras(form), fc.option(name, { nil: undefined }))
    .chain(([typed, amounts, extraIndicators, projectCode]) =>
      rateFor(form, amounts).map((rate) => ({
        number: 1,
        implementingUnit: null,
        texts: typed,
        amounts,
        rates: { [form.rate.field]: rate },
        extraIndicators,
        ...(projectCode === undefined ? {} : { projectCode }),
        source: { sheet: '', row: 1 },
      })),
    );
};
/** One to four records of a form, numbered from 1. */
export const recordsOf = (form: FormDefinition): fc.Arbitrary<readonly ProjectRecord[]> =>
  fc.array(recordOf(form), { minLength: 1, maxLength: 4 }).map(numbered);

const numbered = (records: readonly ProjectRecord[]): readonly ProjectRecord[] =>
  records.map((record, index) => ({
    ...record,
    number: index + 1,
    texts: { ...record.texts, serial: `${index + 1}` },
  }));
