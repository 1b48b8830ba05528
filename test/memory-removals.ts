import { purgedVerdict } from '../shared/intake/verdicts.ts';
import { purgedUpload } from '../shared/purge/purged-upload.ts';
import type { Removals } from '../shared/store/removals.ts';
import { type MemoryTables, nameOf, rowsName } from './memory-store/tables.ts';

/** The in-memory twin of `functions/dynamo/removals.ts`. */
export const memoryRemovals = (tables: MemoryTables): Removals => ({
  async purgeUpload(upload, purge) {
    const stored = tables.uploads.get(upload.id);
    if (stored === undefined) throw new Error(`upload ${upload.id} is not recorded`);
    if (stored.upload.status !== 'purged') {
      stored.upload = structuredClone({ ...purgedUpload(upload), purge });
    }
    return structuredClone(stored.upload);
  },
  async revisionsOf(submission) {
    const stored = tables.revisions.get(nameOf(submission)) ?? [];
    return stored.map(({ revision, comparedWith = null }) =>
      structuredClone({ ...revision, comparedWith }),
    );
  },
  async purgeRevision(key, sha256) {
    const stored = tables.revisions.get(nameOf(key))?.[key.revision - 1];
    if (stored === undefined) return;
    const report = { state: 'none', file: null, sha256: null, asked: 0 } as const;
    stored.revision = { ...stored.revision, verdict: purgedVerdict(sha256), report };
    delete stored.comparedWith;
  },
  async removeRecords(key) {
    tables.rows.delete(rowsName(key));
  },
  async barFromHead(submission, uploadId) {
    const name = nameOf(submission);
    tables.barred.set(name, new Set([...(tables.barred.get(name) ?? []), uploadId]));
    const { latest = null, current = null, late, first, ...head } = tables.heads.get(name) ?? {};
    const isCurrent = current?.uploadId === uploadId;
    tables.heads.set(name, {
      ...head,
      period: submission.period,
      submitter: submission.submitter,
      latest: latest?.uploadId === uploadId ? null : latest,
      current: isCurrent ? null : current,
      ...(first === undefined ? {} : { first: isCurrent ? { ...first, accepted: null } : first }),
      ...(late === undefined || late.uploadId === uploadId ? {} : { late }),
    });
  },
  async renewSummary(period) {
    const stored = tables.periods.get(period);
    if (stored === undefined) return;
    const { generation } = stored.state;
    stored.state = { ...stored.state, generation: generation + 1 };
  },
});
