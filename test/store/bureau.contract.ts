import { expect, test } from 'vitest';
import { type BureauState, NO_BUREAU, noDuty } from '../../shared/bureau-state.ts';
import { auditDraft } from '../audit-trails.ts';
import { listed } from '../project-lists.ts';
import type { StoreContract } from './contract.ts';

const NOON = '2022-03-01T12:00:00.000Z';
const LATER = '2022-03-01T13:00:00.000Z';
const by = { by: 'f1', name: '王科长', at: NOON };
const extension = { ...by, reason: '机构改革', dueOn: '2022-06-10' };

const version = (number: number, changes: Partial<BureauState> = {}): BureauState => ({
  ...NO_BUREAU,
  version: number,
  ...changes,
});

/** What every store promises of what the finance bureau settled. */
export const bureauContract: StoreContract = (store) => {
  const underWay = {
    draft: { ...auditDraft('a1', { at: NOON }), submission: null, revision: null },
    after: 3,
    effect: { kind: 'extend', unit: 'LG-FGJ', extension },
  } as const;

  test('bureauState, saveBureau: version by version, chains apart', async () => {
    expect(await store().bureauState('2021')).toEqual(NO_BUREAU);
    const first = version(1, { underWay });
    const second = version(2, { closed: { ...by, reason: '期满' }, acts: ['a1', 'a2'] });
    expect(await store().saveBureau('2021', second)).toBe(false);
    expect(await store().saveBureau('2021', first)).toBe(true);
    expect(await store().saveBureau('2021', first)).toBe(false);
    expect(await store().bureauState('2021')).toEqual(first);
    expect(await store().saveBureau('2021', second)).toBe(true);
    expect(await store().bureauState('2021')).toEqual(second);
    expect(await store().bureauState('register')).toEqual(NO_BUREAU);
  });

  test('bureauFinished, unfinishedBureaus: of this version alone', async () => {
    await store().saveBureau('2021', version(1, { underWay }));
    expect(await store().unfinishedBureaus(NOON)).toEqual([]);
    expect(await store().unfinishedBureaus(LATER)).toEqual([
      { chain: '2021', state: version(1, { underWay }) },
    ]);
    await store().bureauFinished('2021', 2);
    expect((await store().bureauState('2021')).underWay).toEqual(underWay);
    await store().bureauFinished('2021', 1);
    expect(await store().bureauState('2021')).toEqual(version(1));
    expect(await store().unfinishedBureaus(LATER)).toEqual([]);
  });

  test('extendDuty, noteReminded, duty, dutiesOf: each beside the other, periods apart', async () => {
    const submission = { period: '2021', submitter: 'LG-GXJ' };
    expect(await store().duty(submission)).toEqual(noDuty('LG-GXJ'));
    await store().extendDuty(submission, extension);
    await store().noteReminded('2021', ['LG-GXJ', 'LG-FGJ'], by);
    await store().extendDuty({ ...submission, period: '2020' }, extension);
    expect(await store().duty(submission)).toEqual({ unit: 'LG-GXJ', extension, reminded: by });
    expect(await store().dutiesOf('2021')).toEqual([
      { ...noDuty('LG-FGJ'), reminded: by },
      { unit: 'LG-GXJ', extension, reminded: by },
    ]);
    await store().extendDuty(submission, null);
    expect(await store().duty(submission)).toEqual({ ...noDuty('LG-GXJ'), reminded: by });
  });

  test('keepListed, listedOf: part by part, unit by unit, imports apart', async () => {
    const gxj = { unit: 'LG-GXJ', unitName: '工信局', department: 'LG-GXJ' };
    const first = [listed('甲', { budgetTotal: 1 }, { projectCode: 'P-1' }), listed('乙', {}, gxj)];
    await store().keepListed('2021', 'list-1', 1, first);
    await store().keepListed('2021', 'list-1', 2, [listed('丙')]);
    await store().keepListed('2021', 'list-2', 1, [listed('丁')]);
    await store().keepListed('2021', 'list-1', 2, [listed('戊')]);
    const names = async (list: string, units: readonly string[] | null) =>
      (await store().listedOf('2021', list, units)).map(({ name }) => name);
    expect(await names('list-1', null)).toEqual(['甲', '戊', '乙']);
    expect(await names('list-1', ['LG-GXJ'])).toEqual(['乙']);
    expect(await names('list-1', ['LG-GXJ', 'LG-FGJ'])).toEqual(['甲', '戊', '乙']);
    expect(await names('list-2', null)).toEqual(['丁']);
    expect(await store().listedOf('2020', 'list-1', null)).toEqual([]);
    expect((await store().listedOf('2021', 'list-1', ['LG-FGJ']))[0]).toEqual(first[0]);
  });
};
