import { expect, test } from 'vitest';
import { NO_PACE } from '../../shared/submission.ts';
import type { StoreContract } from './contract.ts';

const period2021 = { id: '2021', forms: ['longgang-2021'], budgetBasis: '未注明' } as const;

/** What every store promises of periods and their counters. */
export const periodsContract: StoreContract = (store) => {
  test('putPeriods, periods: by id; counters outlive a new definition', async () => {
    const changed = {
      ...period2021,
      attachment: null,
      policy: {
        'serial-gap': 'off',
        'brackets-closed': { severity: 'error', from: '2027-01-01', before: 'warning' },
      },
      thresholds: { lowExecution: 70 },
    } as const;
    await store().putPeriods([period2021, { ...period2021, id: '2020' }]);
    await store().raiseGeneration('2021', 'upload-1');
    await store().putPeriods([changed]);
    expect(await store().periods()).toEqual([{ ...period2021, id: '2020' }, changed]);
    expect((await store().summaryState('2021'))?.generation).toBe(1);
    await store().putPeriods([period2021]);
    expect((await store().periods())[1]).toEqual(period2021);
  });

  test('definition: as it was put last; null for a period that is not there', async () => {
    await store().putPeriods([period2021]);
    await store().putPeriods([{ ...period2021, dueOn: '2022-05-31', graceDays: 2 }]);
    expect(await store().definition('2021')).toMatchObject({ dueOn: '2022-05-31', graceDays: 2 });
    expect(await store().definition('2099')).toBeNull();
  });

  test('summaryState: all zero at first; null for a period that is not there', async () => {
    await store().putPeriods([period2021]);
    const zero = { period: '2021', generation: 0, summary: 0, summaryFile: 0, pace: NO_PACE };
    expect(await store().summaryState('2021')).toEqual(zero);
    expect(await store().summaryState('2099')).toBeNull();
  });

  test('raiseGeneration: once for an upload; an unknown period is not invented', async () => {
    await store().putPeriods([period2021]);
    await store().raiseGeneration('2021', 'upload-1');
    await store().raiseGeneration('2021', 'upload-1');
    await store().raiseGeneration('2021', 'upload-2');
    expect((await store().summaryState('2021'))?.generation).toBe(2);
    await store().raiseGeneration('2099', 'upload-1');
    expect(await store().summaryState('2099')).toBeNull();
  });

  test('raiseSummary: never lowers; says where it stands', async () => {
    await store().putPeriods([period2021]);
    expect(await store().raiseSummary('2021', 2)).toBe(2);
    expect(await store().raiseSummary('2021', 1)).toBe(2);
    expect(await store().raiseSummary('2021', 2)).toBe(2);
    expect((await store().summaryState('2021'))?.summary).toBe(2);
  });

  test('noteSummaryFile: as told', async () => {
    await store().putPeriods([period2021]);
    await store().noteSummaryFile('2021', 2);
    await store().noteSummaryFile('2021', 1);
    expect((await store().summaryState('2021'))?.summaryFile).toBe(1);
  });

  test('notePace: what is named changes, the rest and the counters stay', async () => {
    await store().putPeriods([period2021]);
    await store().raiseGeneration('2021', 'upload-1');
    await store().notePace('2021', { begunAt: '2022-03-01T02:00:00.000Z', took: 1500 });
    await store().notePace('2021', { wakesAt: '2022-03-01T02:01:00.000Z' });
    await store().notePace('2021', { took: 20, keptGeneration: 1, keptHour: '2022-03-01T02' });
    expect(await store().summaryState('2021')).toMatchObject({
      generation: 1,
      pace: {
        begunAt: '2022-03-01T02:00:00.000Z',
        took: 20,
        wakesAt: '2022-03-01T02:01:00.000Z',
        keptGeneration: 1,
        keptHour: '2022-03-01T02',
      },
    });
    await store().notePace('2099', { took: 1 });
    expect(await store().summaryState('2099')).toBeNull();
  });
};
