import type { ProjectRecord } from '../../shared/records/record.ts';
import type { Revisions } from '../../shared/store/submissions.ts';
import type { Revision } from '../../shared/submission.ts';
import type { RevisionKey } from '../../shared/upload.ts';
import { copy, type MemoryTables, nameOf, rowsName } from './tables.ts';

/** Since when an answer is pending of which nothing is left to do. */
const SETTLED = '';

export const revisionsIn = ({ revisions, rows: allRows }: MemoryTables): Revisions => {
  const stored = (key: RevisionKey) => revisions.get(nameOf(key))?.[key.revision - 1];
  const setReport = (
    key: RevisionKey,
    change: (report: Revision['report']) => Partial<Revision['report']>,
  ): void => {
    const found = stored(key);
    if (found === undefined) return;
    const { report } = found.revision;
    found.revision = { ...found.revision, report: { ...report, ...change(report) } };
  };
  return {
    async reserveRevision(submission, uploadId) {
      const taken = revisions.get(nameOf(submission)) ?? [];
      const own = taken.find(({ revision }) => revision.uploadId === uploadId);
      if (own !== undefined) return own.revision.revision;
      const report = { state: 'none', file: null, sha256: null, asked: 0 } as const;
      const next = { ...submission, revision: taken.length + 1, uploadId };
      const revision: Revision = { ...next, verdict: null, report };
      revisions.set(nameOf(submission), [...taken, { revision, since: '' }]);
      return revision.revision;
    },
    async revision(key) {
      return copy(stored(key)?.revision ?? null);
    },
    async saveRecords(key, records) {
      const rows = allRows.get(rowsName(key)) ?? new Map<number, ProjectRecord>();
      for (const record of records) rows.set(record.number, copy(record));
      allRows.set(rowsName(key), rows);
    },
    async recordsOf(key, rows) {
      const found = allRows.get(rowsName(key));
      return Array.from({ length: rows }, (_, index) => {
        const record = found?.get(index + 1);
        if (record === undefined) throw new Error(`${rowsName(key)} lacks row ${index + 1}`);
        return copy(record);
      });
    },
    async compareWith(key, compared) {
      const found = stored(key);
      if (found === undefined) throw new Error(`${rowsName(key)} is not reserved`);
      found.comparedWith ??= copy(compared);
      return copy(found.comparedWith);
    },
    async comparison(key) {
      return copy(stored(key)?.comparedWith ?? null);
    },
    async keepAnswer(submission, answer) {
      const found = stored({ ...submission, revision: answer.revision });
      if (found === undefined) throw new Error(`${nameOf(submission)} lacks ${answer.revision}`);
      if (found.answer === undefined) found.since = answer.at;
      found.answer ??= copy(answer);
      return copy(found.answer);
    },
    async answerSettled(key) {
      const found = stored(key);
      if (found?.answer !== undefined) found.since = SETTLED;
    },
    async overdueAnswers(before) {
      return [...revisions.values()].flat().flatMap(({ revision, since, answer }) => {
        if (answer === undefined || since === SETTLED || since >= before) return [];
        const { period, submitter } = revision;
        return [copy({ submission: { period, submitter }, answer })];
      });
    },
    async notesOf(submission) {
      return (revisions.get(nameOf(submission)) ?? [])
        .map(({ revision: { revision }, answer = null, recalled = null }) =>
          copy({ revision, answer, recalled }),
        )
        .filter(({ answer, recalled }) => answer !== null || recalled !== null);
    },
    async decide(key, verdict, since) {
      const found = stored(key);
      if (found === undefined) throw new Error(`${rowsName(key)} is not reserved`);
      const standing = found.revision.verdict;
      if (standing !== null) return copy(standing);
      found.revision = copy({ ...found.revision, verdict });
      if (verdict.accepted !== null) {
        found.since = since;
        setReport(key, () => ({ state: 'pending' }));
      }
      return copy(verdict);
    },
    async reportReady(key, printed) {
      setReport(key, ({ state, ...report }) =>
        state === 'none' ? report : { state: 'ready', ...printed },
      );
    },
    async reportStuck(key) {
      setReport(key, ({ state }) => ({ state: state === 'pending' ? 'stuck' : state }));
    },
    async overdueReports(before) {
      return [...revisions.values()]
        .flat()
        .filter(({ revision, since }) => revision.report.state === 'pending' && since < before)
        .sort((a, b) => (a.since < b.since ? -1 : 1))
        .map(({ revision }) => copy(revision));
    },
    async reportAskedAgain(key, at) {
      const found = stored(key);
      if (found === undefined || found.revision.report.state !== 'pending') return;
      found.since = at;
      setReport(key, ({ asked }) => ({ asked: asked + 1 }));
    },
  };
};
