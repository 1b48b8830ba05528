import { expect, test } from 'vitest';
import { longgang2021 } from '../../templates/longgang-2021/form.ts';
import { totalsByUnit } from '../records/totals.ts';
import type { CurrentRevision } from '../submission.ts';
import { figuresOf } from '../submission-figures.ts';
import { yearOnYear } from './compare-years.ts';
import type { StandingTable } from './standing-table.ts';

/** A department's table of a year, with a project of its own and one of a unit below. */
function tableOf(period: string, more: Partial<StandingTable> = {}): StandingTable {
  const records = ['D', 'U'].map((unit, index) => ({
    number: index + 1,
    implementingUnit: unit,
    texts: { unitName: unit, projectName: '甲' },
    amounts: { budgetTotal: 100, actualTotal: 90 },
    rates: {},
    extraIndicators: [],
    source: { sheet: '自评表', row: index + 5 },
  }));
  return {
    submitter: 'D',
    period,
    revision: 1,
    current: {} as CurrentRevision,
    form: longgang2021,
    rows: 2,
    units: totalsByUnit(records),
    unitCodes: ['D', 'U'],
    figures: figuresOf(records, longgang2021),
    isApproved: false,
    unitsElsewhere: [],
    ...more,
  };
}

const compared = (now: Partial<StandingTable>, earlier: Partial<StandingTable>) => {
  const before = {
    period: { id: '2020', budgetBasis: '未注明' as const },
    tables: new Map([['D', tableOf('2020', earlier)]]),
  };
  const { compared: alike, otherUnits } = yearOnYear([tableOf('2021', now)], before.period, before);
  return { alike, otherUnits };
};

test('a table of which rows count elsewhere is held against one of which the same do', () => {
  const elsewhere = { unitsElsewhere: ['U'] };
  expect(compared({}, {})).toEqual({ alike: 1, otherUnits: 0 });
  expect(compared(elsewhere, {})).toEqual({ alike: 0, otherUnits: 1 });
  expect(compared(elsewhere, elsewhere)).toEqual({ alike: 1, otherUnits: 0 });
});
