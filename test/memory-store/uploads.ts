import type { Uploads } from '../../shared/store/submissions.ts';
import { orderOf } from '../../shared/upload.ts';
import { copy, type MemoryTables, nameOf } from './tables.ts';

export const uploadsIn = ({ uploads }: MemoryTables): Uploads => ({
  async recordUpload(upload, since) {
    if (!uploads.has(upload.id)) uploads.set(upload.id, copy({ upload, since }));
    return copy(uploads.get(upload.id)!.upload);
  },
  async upload(id) {
    return copy(uploads.get(id)?.upload ?? null);
  },
  async recordedUploads(ids) {
    return new Set(ids.filter((id) => uploads.has(id)));
  },
  async uploadsOf(submission) {
    const wanted = submission === null ? null : nameOf(submission);
    return [...uploads.values()]
      .map(({ upload }) => copy(upload))
      .filter((upload) => (upload.submission && nameOf(upload.submission)) === wanted)
      .sort((a, b) => (orderOf(a) < orderOf(b) ? -1 : 1));
  },
  async keepContacts(id, contacts) {
    const stored = uploads.get(id);
    if (stored?.upload.status === 'received') stored.upload = copy({ ...stored.upload, contacts });
  },
  async finishUpload(id, revision, outcome) {
    const stored = uploads.get(id);
    if (stored === undefined) throw new Error(`upload ${id} is not recorded`);
    if (stored.upload.status === 'received') {
      stored.upload = copy({ ...stored.upload, revision, outcome, status: outcome.status });
    }
    return copy(stored.upload);
  },
  async unfinishedUploads(before) {
    return [...uploads.values()]
      .filter(({ upload, since }) => upload.status === 'received' && since < before)
      .sort((a, b) => (a.since < b.since ? -1 : 1))
      .map(({ upload }) => copy(upload));
  },
  async uploadAnnounced(id, at) {
    const stored = uploads.get(id);
    if (stored !== undefined) stored.since = at;
  },
});
