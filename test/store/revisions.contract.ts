import { expect, test, vi } from 'vitest';
import type { Answer } from '../../shared/submission.ts';
import { acceptedOutcome, currentRevision, projectRecord } from '../sample-uploads.ts';
import type { StoreContract } from './contract.ts';

const submission = { period: '2021', submitter: 'LG-FGJ' };
const other = { period: '2021', submitter: 'LG-GXJ' };
const first = { ...submission, revision: 1 };
const NOON = '2022-03-01T12:00:00.000Z';
const LATER = '2022-03-01T12:10:00.000Z';
const accepted = { outcome: acceptedOutcome(), accepted: currentRevision() };
const printed = { file: 'report.pdf', sha256: 'ab'.repeat(32) };
const returned = { outcome: acceptedOutcome({ status: 'returned' }), accepted: null };

const answer: Answer = {
  id: 'answer-2',
  kind: 'not-public',
  revision: 2,
  order: '2',
  reason: '按规定不公开',
  sub: 'zhang',
  by: '张三',
  at: NOON,
  recalled: null,
};

/** What every store promises of revisions, their rows and their reports. */
export const revisionsContract: StoreContract = (store) => {
  test('reserveRevision: without gaps, the same for the same upload, also at once', async () => {
    const ids = Array.from({ length: 12 }, (_, index) => `upload-${index}`);
    const reserved = await Promise.all(
      [...ids, ...ids].map((id) => store().reserveRevision(submission, id)),
    );
    expect(reserved.slice(12)).toEqual(reserved.slice(0, 12));
    expect(reserved.slice(0, 12).sort((a, b) => a - b)).toEqual(ids.map((_, index) => index + 1));
    expect(await store().reserveRevision(other, 'upload-of-another')).toBe(1);
  });

  test('revision: a reserved number holds nothing yet', async () => {
    await store().reserveRevision(submission, 'upload-1');
    expect(await store().revision(first)).toEqual({
      ...first,
      uploadId: 'upload-1',
      verdict: null,
      report: { state: 'none', file: null, sha256: null, asked: 0 },
    });
    expect(await store().revision({ ...first, revision: 2 })).toBeNull();
  });

  test('saveRecords, recordsOf: 60 rows come back in order, whole, and again when repeated', async () => {
    const records = Array.from({ length: 60 }, (_, index) => projectRecord(index + 1));
    await store().saveRecords(first, records);
    await store().saveRecords({ ...first, revision: 2 }, records.slice(0, 3));
    await store().saveRecords(first, records);
    expect(await store().recordsOf(first, 60)).toEqual(records);
    expect(await store().recordsOf(first, 2)).toEqual(records.slice(0, 2));
    expect(await store().recordsOf(first, 0)).toEqual([]);
    await expect(store().recordsOf(first, 61)).rejects.toThrow();
  });

  test('recordsOf: follows the pages of rows that weigh more than one answer holds', async () => {
    const records = Array.from({ length: 30 }, (_, index) => ({
      ...projectRecord(index + 1),
      texts: { problems: '项'.repeat(30_000) },
    }));
    await store().saveRecords(first, records);
    expect(await store().recordsOf(first, 30)).toEqual(records);
  });

  test('compareWith: the first answer stands, none included', async () => {
    await store().reserveRevision(submission, 'upload-1');
    await store().reserveRevision(submission, 'upload-2');
    const second = { ...submission, revision: 2 };
    const none = { before: null, lastYear: null, basis: 'one' };
    const some = { before: 1, lastYear: 4, basis: 'other' };
    expect(await store().compareWith(first, none)).toEqual(none);
    expect(await store().compareWith(first, some)).toEqual(none);
    expect(await store().compareWith(second, some)).toEqual(some);
    expect(await store().compareWith(second, none)).toEqual(some);
  });

  test('comparison: what was settled, and nothing before', async () => {
    expect(await store().comparison(first)).toBeNull();
    await store().reserveRevision(submission, 'upload-1');
    expect(await store().comparison(first)).toBeNull();
    const compared = { before: null, lastYear: 4, list: 'import-1', basis: 'one' };
    await store().compareWith(first, compared);
    expect(await store().comparison(first)).toEqual(compared);
  });

  test('keepAnswer, notesOf: the first one stands, and only what was said is told', async () => {
    await store().reserveRevision(submission, 'upload-1');
    await store().reserveRevision(submission, 'answer-2');
    expect(await store().keepAnswer(submission, answer)).toEqual(answer);
    expect(await store().keepAnswer(submission, { ...answer, at: LATER })).toEqual(answer);
    await expect(store().keepAnswer(other, answer)).rejects.toThrow();
    expect(await store().notesOf(submission)).toEqual([{ revision: 2, answer, recalled: null }]);
    expect(await store().notesOf(other)).toEqual([]);
  });

  test('overdueAnswers, answerSettled: an answer waits from when it was given until it is settled', async () => {
    await store().reserveRevision(submission, 'answer-1');
    await store().keepAnswer(submission, { ...answer, id: 'answer-1', revision: 1, order: '1' });
    expect(await store().overdueAnswers(NOON)).toEqual([]);
    const given = { submission, answer: { ...answer, id: 'answer-1', revision: 1, order: '1' } };
    await vi.waitFor(async () => expect(await store().overdueAnswers(LATER)).toEqual([given]));
    await store().answerSettled(first);
    await store().keepAnswer(submission, given.answer);
    await vi.waitFor(async () => expect(await store().overdueAnswers(LATER)).toEqual([]));
  });

  test('answerSettled: takes nothing from a table that waits for its report', async () => {
    await store().reserveRevision(submission, 'upload-1');
    await store().decide(first, accepted, NOON);
    await store().answerSettled(first);
    await vi.waitFor(async () => expect(await store().overdueReports(LATER)).toHaveLength(1));
  });

  test('decide: the first verdict stands, whoever comes later', async () => {
    await store().reserveRevision(submission, 'upload-1');
    expect(await store().decide(first, accepted, NOON)).toEqual(accepted);
    expect(await store().decide(first, returned, NOON)).toEqual(accepted);
    expect(await store().revision(first)).toMatchObject({
      verdict: accepted,
      report: { state: 'pending', file: null },
    });
    const second = { ...submission, revision: 2 };
    await store().reserveRevision(submission, 'upload-2');
    const verdicts = await Promise.all(
      [returned, accepted].map((verdict) => store().decide(second, verdict, NOON)),
    );
    expect(verdicts[0]).toEqual(verdicts[1]);
  });

  test('decide: rows that are accepted wait for their report, others do not', async () => {
    await store().reserveRevision(submission, 'upload-1');
    await store().decide(first, returned, NOON);
    expect((await store().revision(first))?.report.state).toBe('none');
    expect(await store().overdueReports(LATER)).toEqual([]);
  });

  test('decide: a report that is ready stays ready', async () => {
    await store().reserveRevision(submission, 'upload-1');
    await store().decide(first, accepted, NOON);
    await store().reportReady(first, printed);
    await store().decide(first, accepted, NOON);
    expect((await store().revision(first))?.report.state).toBe('ready');
  });

  test('reportReady: with its file and digest, and no longer overdue', async () => {
    await store().reserveRevision(submission, 'upload-1');
    await store().decide(first, accepted, NOON);
    await store().reportReady(first, printed);
    const report = { state: 'ready', ...printed, asked: 0 };
    expect((await store().revision(first))?.report).toEqual(report);
    expect(await store().overdueReports(LATER)).toEqual([]);
  });

  test('reportStuck: only what is pending, and no longer overdue', async () => {
    await store().reserveRevision(submission, 'upload-1');
    await store().reportStuck(first);
    expect((await store().revision(first))?.report.state).toBe('none');
    await store().decide(first, accepted, NOON);
    await store().reportStuck(first);
    expect((await store().revision(first))?.report.state).toBe('stuck');
    expect(await store().overdueReports(LATER)).toEqual([]);
  });

  test('overdueReports, reportAskedAgain: counts, and the wait starts anew', async () => {
    await store().reserveRevision(submission, 'upload-1');
    await store().decide(first, accepted, NOON);
    expect(await store().overdueReports(NOON)).toEqual([]);
    expect(await store().overdueReports(LATER)).toEqual([await store().revision(first)]);
    await store().reportAskedAgain(first, LATER);
    expect(await store().overdueReports(LATER)).toEqual([]);
    expect((await store().revision(first))?.report.asked).toBe(1);
    await store().reportReady(first, printed);
    await store().reportAskedAgain(first, LATER);
    expect((await store().revision(first))?.report.asked).toBe(1);
  });
};
