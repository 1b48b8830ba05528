import { NO_REVIEW, type SubmissionReview } from '../../shared/submission-review.ts';
import { deliver } from '../memory-ports.ts';
import { nameOf } from '../memory-store/tables.ts';
import { brokenStore, type Planned } from './planned.ts';
import type { Sabotage } from './system.ts';

/** What publish is told of a review, changed. */
const told = (change: (review: SubmissionReview) => SubmissionReview): Sabotage => ({
  async deliver(message, ports, writeIndex) {
    if (message.stage !== 'publish') return deliver(message, ports, writeIndex);
    const submissions: typeof ports.submissions = {
      ...ports.submissions,
      async head(submission) {
        const head = await ports.submissions.head(submission);
        return head === null ? null : { ...head, review: change(head.review ?? NO_REVIEW) };
      },
    };
    return deliver(message, { ...ports, submissions }, writeIndex);
  },
});

const eachRevision = (
  { revisions, ...review }: SubmissionReview,
  change: (own: SubmissionReview['revisions'][string]) => SubmissionReview['revisions'][string],
): SubmissionReview => ({
  ...review,
  revisions: Object.fromEntries(
    Object.entries(revisions).map(([revision, own]) => [revision, change(own)]),
  ),
});

/** The public bucket, with some of its calls broken. */
const brokenBucket = (breakBucket: (bucket: BucketPort) => Partial<BucketPort>): Sabotage => ({
  ports: (ports) => ({
    ...ports,
    publicFiles: { ...ports.publicFiles, ...breakBucket(ports.publicFiles) },
  }),
});

type BucketPort = Parameters<NonNullable<Sabotage['ports']>>[0]['publicFiles'];

/** What can be broken about what people decide, and about what becomes public by it. */
export const REVIEWS: readonly Planned[] = [
  {
    how: 'publish reads other records than were approved',
    breaks: 'published-by-act',
    says: /no act made it so/,
    from: 29,
    sabotage: {
      async deliver(message, ports, writeIndex) {
        if (message.stage !== 'publish') return deliver(message, ports, writeIndex);
        const { recordsOf } = ports.submissions;
        const submissions: typeof ports.submissions = {
          ...ports.submissions,
          recordsOf: async (key, rows) =>
            (await recordsOf(key, rows)).map((record) => ({ ...record, rates: {} })),
        };
        return deliver(message, { ...ports, submissions }, writeIndex);
      },
    },
  },
  {
    how: 'publish overlooks the masks',
    breaks: 'masked-is-hidden',
    from: 53,
    says: /tells [龘鱻\d]/,
    sabotage: told((review) => eachRevision(review, (own) => ({ ...own, masks: [] }))),
  },
  {
    how: 'what is withdrawn stays in the bucket',
    breaks: 'withdrawn-is-gone',
    from: 29,
    says: /is still public, though withdrawn/,
    sabotage: brokenBucket(() => ({ removeFile: async () => {} })),
  },
  {
    how: 'nobody notes a public file before it is laid there',
    breaks: 'withdrawn-is-gone',
    from: 219,
    says: /is still public/,
    sabotage: brokenStore(() => ({ notePublicFiles: async () => {} })),
  },
  {
    how: 'the index is written once and never again',
    breaks: 'public-agrees',
    from: 29,
    says: /the index/,
    sabotage: {
      ports: (ports, { publicFiles }) => ({
        ...ports,
        publicFiles: {
          ...ports.publicFiles,
          async publishFile(key, bytes, file) {
            if (key === 'index.json' && publicFiles.has(key)) return;
            await ports.publicFiles.publishFile(key, bytes, file);
          },
        },
      }),
    },
  },
  {
    how: 'a new upload takes the place of what is approved',
    breaks: 'approved-stays',
    from: 29,
    says: /changed without an act/,
    sabotage: {
      ports: (ports, { tables }) => ({
        ...ports,
        submissions: {
          ...ports.submissions,
          async moveCurrent(submission, current) {
            const moved = await ports.submissions.moveCurrent(submission, current);
            const head = tables.heads.get(nameOf(submission));
            if (head?.review !== undefined) {
              const review = { ...head.review, approved: current.revision };
              tables.heads.set(nameOf(submission), { ...head, review });
            }
            return moved;
          },
        },
      }),
    },
  },
  {
    how: 'an act is written into the trail by whoever comes',
    breaks: 'acts-on-record',
    from: 29,
    says: /the trail tells other acts|one twice/,
    sabotage: brokenStore(({ entriesAfter }) => ({
      entriesAfter: async (chain, after) =>
        (await entriesAfter(chain, after)).map((entry) => ({ ...entry, actionId: '' })),
    })),
  },
  {
    how: 'an entry of the trail is lost',
    breaks: 'acts-on-record',
    from: 29,
    sabotage: {
      ports: (ports, { tables }) => ({
        ...ports,
        submissions: {
          ...ports.submissions,
          async actFinished(submission, version, scheduled) {
            await ports.submissions.actFinished(submission, version, scheduled);
            const entries = tables.trails.get(submission.period) ?? [];
            tables.trails.set(submission.period, entries.slice(1));
          },
        },
      }),
    },
  },
  {
    how: 'an act wakes no summary',
    breaks: 'summary-agrees',
    from: 62,
    says: /"state"/,
    sabotage: brokenStore(({ raiseGeneration }) => ({
      raiseGeneration: async (period, id) =>
        id.startsWith('act-') ? undefined : raiseGeneration(period, id),
    })),
  },
  {
    how: 'what a unit takes back goes on counting',
    breaks: 'newest-stands',
    from: 29,
    says: /was taken back and counts again/,
    sabotage: brokenStore(() => ({ recall: async () => null })),
  },
];
