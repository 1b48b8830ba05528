import { expect, test } from 'vitest';
import { chainedEntry } from '../../shared/audit/audit-entry.ts';
import {
  NO_REVIEW,
  revisionReview,
  type SubmissionReview,
} from '../../shared/submission-review.ts';
import { auditDraft } from '../audit-trails.ts';
import { acceptedOutcome, currentRevision } from '../sample-uploads.ts';
import type { StoreContract } from './contract.ts';

const submission = { period: '2021', submitter: 'LG-FGJ' };
const key = { ...submission, revision: 1 };
const NOON = '2022-03-01T12:00:00.000Z';
const LATER = '2022-03-01T13:00:00.000Z';

const version = (number: number, changes: Partial<SubmissionReview> = {}): SubmissionReview => ({
  ...NO_REVIEW,
  version: number,
  ...changes,
});

/** What every store promises of reviews and their audit trail. */
export const reviewsContract: StoreContract = (store) => {
  test('saveReview: version by version; nothing without a head', async () => {
    expect(await store().saveReview(submission, version(1))).toBe(false);
    await store().moveCurrent(submission, currentRevision({ order: '1' }));
    const signed = { by: 'f1', name: '王科长', at: NOON, role: 'finance' } as const;
    const reason = { ...signed, reason: '已核实' };
    const second = version(2, {
      revisions: {
        1: {
          state: 'approved',
          decided: signed,
          specially: reason,
          forwarded: signed,
          approvals: [signed],
          waived: { 'a@表!B2': reason },
          cleared: {},
          comments: [{ sheet: '表', row: 4, field: 'goal', ...signed, text: '数量？' }],
          masks: [{ sheet: '表', row: 3, field: 'goal', reason: '涉密' }],
          scans: [{ ...signed, type: 'pdf', bytes: 3, sha256: 'c'.repeat(64) }],
          masked: signed,
          signatures: [],
          reason: null,
          scheduled: { ...signed, id: 'a2', notBefore: LATER, reason: '更正金额' },
          unscheduled: reason,
          openGates: 2,
          publication: { at: NOON, reason: null, endedAt: LATER, endedReason: '有误' },
        },
      },
      approved: 1,
      accountsOn: '2022-02-28',
      acts: ['a1', 'a2'],
      underWay: { draft: auditDraft('a2'), after: 1 },
    });
    expect(await store().saveReview(submission, version(2))).toBe(false);
    expect(await store().saveReview(submission, version(1))).toBe(true);
    expect(await store().saveReview(submission, version(1))).toBe(false);
    expect(await store().saveReview(submission, second)).toBe(true);
    expect((await store().head(submission))?.review).toEqual(second);
    await store().moveCurrent(submission, currentRevision({ order: '2' }));
    expect((await store().head(submission))?.review).toEqual(second);
  });

  test('actFinished, unfinishedActs: of this version alone, longest wait first', async () => {
    const other = { ...submission, submitter: 'LG-GXJ' };
    for (const each of [submission, other]) {
      await store().moveCurrent(each, currentRevision({ order: '1' }));
    }
    const underWay = { draft: auditDraft('a1', { at: NOON }), after: 0 };
    await store().saveReview(submission, version(1, { underWay }));
    const earlier = { ...underWay, draft: { ...underWay.draft, at: '2022-03-01T11:00:00.000Z' } };
    await store().saveReview(other, version(1, { underWay: earlier }));
    const waiting = async (before: string) =>
      (await store().unfinishedActs(before)).map(({ submitter }) => submitter);
    expect(await waiting(NOON)).toEqual(['LG-GXJ']);
    expect(await waiting(LATER)).toEqual(['LG-GXJ', 'LG-FGJ']);
    await store().actFinished(submission, 2, null);
    expect((await store().head(submission))?.review?.underWay).toEqual(underWay);
    await store().actFinished(submission, 1, null);
    expect((await store().head(submission))?.review).toEqual(version(1));
    expect(await waiting(LATER)).toEqual(['LG-GXJ']);
  });

  test('dueSchedules: from their time on, until another act is under way', async () => {
    await store().moveCurrent(submission, currentRevision({ order: '1' }));
    const by = { by: 'd3', name: '批准人', at: NOON };
    const scheduled = { ...by, id: 'a1', notBefore: LATER, reason: null };
    const revisions = { 1: { ...revisionReview(NO_REVIEW, 1), scheduled } };
    await store().saveReview(submission, version(1, { revisions }));
    await store().actFinished(submission, 1, LATER);
    const due = async (before: string) =>
      (await store().dueSchedules(before)).map(({ submitter }) => submitter);
    expect(await due(LATER)).toEqual([]);
    expect(await due('2022-03-01T13:00:00.001Z')).toEqual(['LG-FGJ']);
    const underWay = { draft: auditDraft('a2', { at: NOON }), after: 1 };
    await store().saveReview(submission, version(2, { revisions, underWay }));
    expect(await due('2022-03-02T00:00:00.000Z')).toEqual([]);
    expect(await store().unfinishedActs(LATER)).toHaveLength(1);
    await store().actFinished(submission, 2, null);
    expect(await store().unfinishedActs(LATER)).toEqual([]);
  });

  test('acceptArguable: once, its report pending since then', async () => {
    const arguable = currentRevision({ uploadId: 'upload-1' });
    await store().reserveRevision(submission, 'upload-1');
    expect(await store().acceptArguable(key, NOON)).toBeNull();
    const outcome = { ...acceptedOutcome(), status: 'returned' } as const;
    await store().decide(key, { outcome, accepted: null, arguable }, NOON);
    expect(await store().acceptArguable(key, NOON)).toEqual(arguable);
    expect(await store().overdueReports(LATER)).toHaveLength(1);
    await store().reportReady(key, { file: 'report.pdf', sha256: 'a' });
    expect(await store().acceptArguable(key, LATER)).toEqual(arguable);
    expect(await store().revision(key)).toMatchObject({
      verdict: { outcome, accepted: arguable, arguable },
      report: { state: 'ready', file: 'report.pdf' },
    });
  });

  test('lastEntry, entriesAfter, appendEntry: each place is taken once, chains apart', async () => {
    expect(await store().lastEntry('2021')).toBeNull();
    expect(await store().entriesAfter('2021', 0)).toEqual([]);
    const first = chainedEntry(auditDraft('a1', { after: { masks: [{ row: 3 }] } }), null);
    const second = chainedEntry(auditDraft('a2'), first);
    const elsewhere = chainedEntry(auditDraft('a3', { chain: '2020' }), null);
    for (const entry of [first, second, elsewhere]) {
      expect(await store().appendEntry(entry)).toBe(true);
    }
    expect(await store().appendEntry({ ...second, actionId: 'a4' })).toBe(false);
    expect(await store().lastEntry('2021')).toEqual(second);
    expect(await store().lastEntry('2020')).toEqual(elsewhere);
    expect(await store().entriesAfter('2021', 0)).toEqual([first, second]);
    expect(await store().entriesAfter('2021', 1)).toEqual([second]);
    expect(await store().entriesAfter('2021', 2)).toEqual([]);
  });
};
