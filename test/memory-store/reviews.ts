import type { Trail } from '../../shared/audit/trail.ts';
import { inEditionOrder } from '../../shared/publication.ts';
import type { Publications, Reviews } from '../../shared/store/submissions.ts';
import type { Head } from '../../shared/submission.ts';
import { copy, type MemoryTables, nameOf, rowsName } from './tables.ts';

export const reviewsIn = ({ heads, revisions }: MemoryTables): Reviews => ({
  async saveReview(submission, review) {
    const head = heads.get(nameOf(submission));
    if (head === undefined || (head.review?.version ?? 0) !== review.version - 1) return false;
    heads.set(nameOf(submission), copy({ ...head, review }));
    return true;
  },
  async actFinished(submission, version) {
    const head = heads.get(nameOf(submission));
    if (head?.review?.version !== version) return;
    heads.set(nameOf(submission), { ...head, review: { ...head.review, underWay: null } });
  },
  async dueSchedules(before) {
    const due = ({ review }: Head): string | undefined =>
      Object.values(review?.revisions ?? {})
        .flatMap(({ scheduled }) => scheduled?.notBefore ?? [])
        .sort()[0];
    const waiting = [...heads.values()].filter((head) => (due(head) ?? before) < before);
    return copy(waiting.filter(({ review }) => review?.underWay === null));
  },
  async unfinishedActs(before) {
    const since = ({ review }: Head): string => review?.underWay?.draft.at ?? before;
    const waiting = [...heads.values()].filter((head) => since(head) < before);
    return copy(waiting.sort((a, b) => (since(a) < since(b) ? -1 : 1)));
  },
  async acceptArguable(key, since) {
    const found = revisions.get(nameOf(key))?.[key.revision - 1];
    const { verdict } = found?.revision ?? {};
    if (found === undefined || verdict?.arguable === undefined) return null;
    const accepted = verdict.arguable;
    if (found.revision.report.state === 'none') {
      found.since = since;
      const report = { ...found.revision.report, state: 'pending' } as const;
      found.revision = copy({ ...found.revision, verdict: { ...verdict, accepted }, report });
    }
    return copy(accepted);
  },
});

/** Few, so that tests turn pages. */
const ENTRIES_A_PAGE = 2;

export const trailsIn = ({ trails }: MemoryTables): Trail => ({
  async lastEntry(chain) {
    return copy(trails.get(chain)?.at(-1) ?? null);
  },
  async entriesAfter(chain, after) {
    return copy(trails.get(chain)?.slice(after, after + ENTRIES_A_PAGE) ?? []);
  },
  async appendEntry(entry) {
    const entries = trails.get(entry.chain) ?? [];
    if (entries.length >= entry.number) return false;
    trails.set(entry.chain, [...entries, copy(entry)]);
    return true;
  },
});

export const publicationsIn = ({ publications, publicFiles }: MemoryTables): Publications => ({
  async putPublication(publication) {
    publications.set(rowsName(publication), copy(publication));
  },
  async publicationsOf(submission) {
    const own = [...publications.values()].filter((each) => nameOf(each) === nameOf(submission));
    return copy(own.sort((a, b) => a.revision - b.revision));
  },
  async publications() {
    return copy([...publications.values()].sort(inEditionOrder));
  },
  async notePublicFiles(submission, keys) {
    const noted = publicFiles.get(nameOf(submission)) ?? [];
    publicFiles.set(nameOf(submission), new Set([...noted, ...keys]));
  },
  async publicFilesOf(submission) {
    return [...(publicFiles.get(nameOf(submission)) ?? [])].sort();
  },
});
