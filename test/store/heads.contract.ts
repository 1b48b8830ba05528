import { expect, test } from 'vitest';
import type { HeadPage } from '../../shared/store/submissions.ts';
import type { Answer } from '../../shared/submission.ts';
import { currentRevision } from '../sample-uploads.ts';
import type { StoreContract } from './contract.ts';

const submission = { period: '2021', submitter: 'LG-FGJ' };
const other = { period: '2021', submitter: 'LG-GXJ' };
const period2021 = { id: '2021', forms: ['longgang-2021'], budgetBasis: '未注明' } as const;

/** What every store promises of the head of each submission. */
export const headsContract: StoreContract = (store) => {
  const latest = (order: string, uploadId: string) => ({
    uploadId,
    order,
    revision: 1,
    status: 'returned' as const,
    duplicateOf: null,
    outputs: { findings: 'submissions/2021/LG-FGJ/0001/findings.json' },
  });

  test('head: null before anything was decided', async () => {
    await store().reserveRevision(submission, 'upload-1');
    expect(await store().head(submission)).toBeNull();
  });

  test('moveLatest: forward only; the same order again replaces itself', async () => {
    await store().moveLatest(submission, latest('2', 'b'));
    await store().moveLatest(submission, latest('1', 'a'));
    await store().moveLatest(submission, latest('2', 'b'));
    expect(await store().head(submission)).toEqual({
      ...submission,
      latest: latest('2', 'b'),
      current: null,
    });
  });

  test('moveCurrent: forward only; the same order again was done already', async () => {
    const at = (order: string) => currentRevision({ order });
    expect(await store().moveCurrent(submission, at('2'))).toBe('moved');
    expect(await store().moveCurrent(submission, at('1'))).toBe('overtaken');
    expect(await store().moveCurrent(submission, at('2'))).toBe('already');
    await store().moveLatest(submission, latest('3', 'c'));
    expect(await store().head(submission)).toEqual({
      ...submission,
      latest: latest('3', 'c'),
      current: at('2'),
    });
  });

  test('moveCurrent: an upload takes its own place from the one it was held to repeat', async () => {
    await store().moveCurrent(submission, currentRevision({ order: '2' }));
    await store().confirmCurrent(submission, 'upload-1', '3');
    const own = currentRevision({ uploadId: 'upload-3', order: '3', revision: 3 });
    expect(await store().moveCurrent(submission, own)).toBe('moved');
    expect(await store().moveCurrent(submission, own)).toBe('already');
    expect((await store().head(submission))?.current).toEqual(own);
  });

  const answer = (order: string, revision: number): Answer => ({
    id: `answer-${revision}`,
    kind: 'nil',
    revision,
    order,
    reason: '机构改革，职能划出',
    sub: 'zhang',
    by: '张三',
    at: '2022-03-02T01:00:00.000Z',
    recalled: null,
  });

  test('moveAnswer: forward only, beside what else the head holds', async () => {
    await store().moveCurrent(submission, currentRevision({ order: '1' }));
    await store().moveAnswer(submission, answer('3', 3));
    await store().moveAnswer(submission, answer('2', 2));
    await store().moveAnswer(submission, { ...answer('3', 3), reason: '其他' });
    expect(await store().head(submission)).toEqual({
      ...submission,
      latest: null,
      current: currentRevision({ order: '1' }),
      answer: answer('3', 3),
    });
  });

  test('recall: what is current alone, once, and a newer one counts again', async () => {
    const recalled = { by: '张三', at: '2022-03-02T02:00:00.000Z' };
    const recall = (revision: number, by = '张三') =>
      store().recall(submission, revision, { ...recalled, by });
    await store().reserveRevision(submission, 'upload-1');
    expect(await recall(1)).toBeNull();
    await store().moveCurrent(submission, currentRevision({ order: '2' }));
    expect(await recall(2)).toBeNull();
    expect(await recall(1)).toEqual({ id: 'upload-1', recalled });
    expect(await recall(1, '李四')).toEqual({ id: 'upload-1', recalled });
    // Its own last step, taken again, changes nothing.
    expect(await store().moveCurrent(submission, currentRevision({ order: '2' }))).toBe('already');
    expect((await store().head(submission))?.current).toEqual(
      currentRevision({ order: '2', recalled }),
    );
    expect(await store().notesOf(submission)).toEqual([{ revision: 1, answer: null, recalled }]);
    const newer = currentRevision({ uploadId: 'upload-2', order: '3', revision: 2 });
    expect(await store().moveCurrent(submission, newer)).toBe('moved');
    expect((await store().head(submission))?.current).toEqual(newer);
  });

  test('recall: an answer, too', async () => {
    const recalled = { by: '张三', at: '2022-03-02T02:00:00.000Z' };
    await store().moveCurrent(submission, currentRevision({ order: '1' }));
    await store().moveAnswer(submission, answer('2', 2));
    expect(await store().recall(submission, 2, recalled)).toEqual({ id: 'answer-2', recalled });
    expect(await store().head(submission)).toMatchObject({
      current: { recalled: null },
      answer: { recalled },
    });
  });

  test('confirmCurrent: not what was recalled or answered away', async () => {
    const confirm = () => store().confirmCurrent(submission, 'upload-1', '9');
    await store().moveCurrent(submission, currentRevision({ order: '1' }));
    await store().moveAnswer(submission, answer('2', 2));
    expect(await confirm()).toBe(false);
    await store().moveCurrent(submission, currentRevision({ order: '3' }));
    await store().recall(submission, 1, { by: '张三', at: '2022-03-02T02:00:00.000Z' });
    expect(await confirm()).toBe(false);
    expect((await store().head(submission))?.current?.order).toBe('3');
  });

  test('confirmCurrent: the same upload as of later, never another', async () => {
    const current = currentRevision({ order: '2' });
    expect(await store().confirmCurrent(submission, current.uploadId, '3')).toBe(false);
    await store().moveCurrent(submission, current);
    expect(await store().confirmCurrent(submission, 'another', '3')).toBe(false);
    expect(await store().confirmCurrent(submission, current.uploadId, '1')).toBe(true);
    expect((await store().head(submission))?.current).toEqual(current);
    expect(await store().confirmCurrent(submission, current.uploadId, '3')).toBe(true);
    expect((await store().head(submission))?.current).toEqual({ ...current, order: '3' });
  });

  test('headsOf: every head of the period, by submitter', async () => {
    await store().putPeriods([period2021]);
    await store().moveLatest(other, latest('1', 'a'));
    await store().moveCurrent(submission, currentRevision());
    await store().moveCurrent({ ...submission, period: '2020' }, currentRevision());
    const heads = await store().headsOf('2021');
    expect(heads.map(({ submitter }) => submitter)).toEqual(['LG-FGJ', 'LG-GXJ']);
    expect(heads[0]).toEqual(await store().head(submission));
  });

  test('pageOfHeads: page after page every head of the period, each once', async () => {
    const codes = ['A1', 'B1', 'C1', 'D1', 'E1'];
    await store().putPeriods([period2021]);
    for (const submitter of ['C1', 'A1', 'E1', 'B1', 'D1']) {
      await store().moveCurrent({ period: '2021', submitter }, currentRevision());
    }
    await store().moveCurrent({ period: '2020', submitter: 'B2' }, currentRevision());
    const seen: string[] = [];
    let after: string | null = null;
    do {
      const page: HeadPage = await store().pageOfHeads('2021', after);
      seen.push(...page.heads.map(({ submitter }) => submitter));
      after = page.next;
    } while (after !== null);
    expect(seen).toEqual(codes);
    const later = await store().pageOfHeads('2021', 'D1');
    expect(later.heads.map(({ submitter }) => submitter)).toEqual(['E1']);
    expect(await store().pageOfHeads('2019', null)).toEqual({ heads: [], next: null });
  });
};
