import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { sample2020, sample2021 } from '../test/sample-records.ts';
import { totalsOf } from './records/totals.ts';
import { itemBytes } from './store/item-size.ts';
import { parseHead } from './store/items.ts';
import {
  addShares,
  BANDS,
  bandOf,
  figuresOf,
  lowShare,
  spendingOf,
  unitTotalsOf,
} from './submission-figures.ts';

describe('the published tables', () => {
  test('2021: projects by band, and the least spent of all', () => {
    const { form, recordSet } = sample2021();
    const figures = figuresOf(recordSet.records, form);
    expect(figures.totals).toEqual(totalsOf(recordSet.records));
    expect([figures.bands.full.projects, figures.bands.zero.projects]).toEqual([12, 1]);
    expect(lowShare(figures).projects).toBe(1);
    const { budget, actual } = addShares(BANDS.map((band) => figures.bands[band]));
    expect([budget, actual]).toEqual([24_271_730_000, 22_737_950_000]);
  });

  test('2020: the ten that left most unspent, the most first, each with its row', () => {
    const { form, recordSet } = sample2020();
    const { unspent } = figuresOf(recordSet.records, form);
    const left = recordSet.records
      .map((record) => spendingOf(record, form))
      .map(({ budget, actual }) => budget - actual)
      .sort((a, b) => b - a);
    expect(unspent.map(({ budget, actual }) => budget - actual)).toEqual(left.slice(0, 10));
    const [first] = unspent;
    const row = recordSet.records.find(({ source }) => source.row === first?.at.row);
    expect(row?.texts['projectName']).toBe(first?.name);
  });
});

describe('a band is decided on fen', () => {
  const BUDGET = 1_000_000;
  test.each([
    [0, 0, 'noRate'],
    [0, 5, 'noRate'],
    [BUDGET, 0, 'zero'],
    [BUDGET, 1, 'under60'],
    [BUDGET, 599_999, 'under60'],
    [BUDGET, 600_000, 'under80'],
    [BUDGET, 799_999, 'under80'],
    [BUDGET, 800_000, 'under90'],
    [BUDGET, 900_000, 'under95'],
    [BUDGET, 950_000, 'under100'],
    [BUDGET, 999_999, 'under100'],
    [BUDGET, BUDGET, 'full'],
    [BUDGET, 1_000_001, 'over'],
  ] as const)('%i budgeted, %i spent: %s', (budget, actual, band) => {
    expect(bandOf(budget, actual)).toBe(band);
  });
});

describe('HEAD has room', () => {
  const { form, recordSet } = sample2021();
  const [record] = recordSet.records;

  test('for five thousand units with endless names, and no fen is lost', () => {
    const records = Array.from({ length: 5000 }, (_, index) => ({
      ...record!,
      texts: { ...record!.texts, unitName: `${index}${'很长的名称'.repeat(200)}` },
    }));
    const units = unitTotalsOf(records);
    expect(units).toHaveLength(200);
    expect(units.at(-1)?.name).toBe('其余 4801 个单位');
    const sum = units.reduce((total, { totals }) => total + totals.budget.total, 0);
    expect(sum).toBe(totalsOf(records).budget.total);
    const figures = figuresOf(records, form);
    expect(itemBytes({ units, figures })).toBeLessThan(200 * 1024);
  });

  test('and cuts no character in half', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme', maxLength: 300 }), (unitName) => {
        const [unit] = unitTotalsOf([{ ...record!, texts: { ...record!.texts, unitName } }]);
        expect(unit?.name.isWellFormed()).toBe(true);
      }),
    );
  });
});

test('a head of before figures were kept is read: its rows will say', () => {
  const old = {
    period: '2021',
    submitter: 'LG-FGJ',
    latest: { uploadId: 'a', order: '1', revision: 1, status: 'accepted', duplicateOf: null },
    current: {
      uploadId: 'a',
      order: '1',
      revision: 1,
      table: { form: 'longgang-2021', submitterName: '局', attachment: null, rows: 1 },
      units: [],
      counts: { errors: 0, warnings: 0, hints: 0 },
      countsByRule: {},
      fileName: '表.xlsx',
      receivedAt: '2022-03-01T02:00:00.000Z',
      sha256: '',
      fingerprint: '',
    },
  };
  const { latest, current } = parseHead(old);
  expect(latest?.outputs).toEqual({});
  expect(current).toMatchObject({ figures: null, key: '', versionId: '', outputs: {} });
});
