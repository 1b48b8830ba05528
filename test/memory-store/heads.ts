import { countedRevision } from '../../shared/counted.ts';
import type { Heads } from '../../shared/store/submissions.ts';
import type { Head } from '../../shared/submission.ts';
import type { SubmissionKey } from '../../shared/upload.ts';
import { copy, type MemoryTables, nameOf } from './tables.ts';

/** Few, so that tests turn pages. */
const HEADS_A_PAGE = 2;

export const headsIn = ({ heads, revisions, barred }: MemoryTables): Heads => {
  const isBarred = (submission: SubmissionKey, { uploadId }: { uploadId: string }): boolean =>
    barred.get(nameOf(submission))?.has(uploadId) === true;
  const standing = (submission: SubmissionKey): Head =>
    heads.get(nameOf(submission)) ?? {
      period: submission.period,
      submitter: submission.submitter,
      latest: null,
      current: null,
    };
  return {
    async head(submission) {
      return copy(heads.get(nameOf(submission)) ?? null);
    },
    async headsOf(period) {
      return [...heads.values()]
        .filter((head) => head.period === period)
        .sort((a, b) => (a.submitter < b.submitter ? -1 : 1))
        .map(copy);
    },
    async pageOfHeads(period, after) {
      const later = [...heads.values()]
        .filter(({ period: own, submitter }) => own === period && submitter > (after ?? ''))
        .sort((a, b) => (a.submitter < b.submitter ? -1 : 1));
      const page = later.slice(0, HEADS_A_PAGE);
      const next = later.length > page.length ? (page.at(-1)?.submitter ?? null) : null;
      return { heads: page.map(copy), next };
    },
    async moveLatest(submission, latest) {
      const head = standing(submission);
      if (head.latest !== null && head.latest.order > latest.order) return;
      if (isBarred(submission, latest)) return;
      heads.set(nameOf(submission), copy({ ...head, latest }));
    },
    async moveCurrent(submission, current) {
      const head = standing(submission);
      const { order, uploadId } = head.current ?? {};
      if (order === current.order && uploadId === current.uploadId) return 'already';
      if (head.current !== null && head.current.order > current.order) return 'overtaken';
      if (isBarred(submission, current)) return 'overtaken';
      heads.set(nameOf(submission), copy({ ...head, current }));
      return 'moved';
    },
    async confirmCurrent(submission, uploadId, order) {
      const head = standing(submission);
      if (head.current?.uploadId !== uploadId || countedRevision(head) === null) return false;
      if (head.current.order < order) {
        heads.set(nameOf(submission), { ...head, current: { ...head.current, order } });
      }
      return true;
    },
    async keepLate(submission, late) {
      const head = standing(submission);
      if (head.late !== undefined && head.late.order >= late.order) return;
      if (isBarred(submission, late)) return;
      heads.set(nameOf(submission), copy({ ...head, late }));
    },
    async noteFirst(submission, what, at) {
      const head = heads.get(nameOf(submission));
      if (head === undefined) return;
      const first = head.first ?? { received: null, accepted: null };
      const known = first[what];
      if (known !== null && known <= at) return;
      heads.set(nameOf(submission), { ...head, first: { ...first, [what]: at } });
    },
    async moveAnswer(submission, answer) {
      const head = standing(submission);
      if (head.answer !== undefined && head.answer.order >= answer.order) return;
      heads.set(nameOf(submission), copy({ ...head, answer }));
    },
    async recall(submission, revision, recalled) {
      const head = heads.get(nameOf(submission));
      const { current = null, answer = null } = head ?? {};
      const part = [current, answer].find((each) => each?.revision === revision) ?? null;
      if (head === undefined || part === null) return null;
      const stands = part.recalled ?? recalled;
      const change =
        'id' in part
          ? { answer: { ...part, recalled: stands } }
          : { current: { ...part, recalled: stands } };
      const isFresh = part.recalled === null;
      heads.set(nameOf(submission), copy({ ...withoutAccepted(head, isFresh), ...change }));
      const noted = revisions.get(nameOf(submission))?.[revision - 1];
      if (noted !== undefined) noted.recalled ??= stands;
      return copy({ id: 'id' in part ? part.id : part.uploadId, recalled: stands });
    },
  };
};

/** What was taken back counts as never accepted. */
function withoutAccepted(head: Head, isFresh: boolean): Head {
  const { first, ...rest } = head;
  if (!isFresh || first === undefined) return head;
  return first.received === null ? rest : { ...rest, first: { ...first, accepted: null } };
}
