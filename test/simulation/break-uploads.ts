import type { Submissions } from '../../shared/store/submissions.ts';
import { deliver } from '../memory-ports.ts';
import { nameOf } from '../memory-store/tables.ts';
import { brokenStore, counter, type Planned } from './planned.ts';

const arrivals = counter();
const attempts = counter();

/** What can be broken about uploads, their revisions and heads. */
export const UPLOADS: readonly Planned[] = [
  {
    how: 'nobody looks for lost events',
    breaks: 'one-final-status',
    says: /has no final status/,
    sabotage: brokenStore(() => ({ recordedUploads: async (ids) => new Set(ids) })),
  },
  {
    how: 'a revision number is taken anew at each attempt',
    breaks: 'one-revision',
    says: /belongs to no upload/,
    sabotage: brokenStore(({ reserveRevision }) => ({
      reserveRevision: (submission, uploadId) =>
        reserveRevision(submission, `${uploadId}-${attempts()}`),
    })),
  },
  {
    how: 'every attempt decides for itself',
    breaks: 'newest-stands',
    from: 25,
    sabotage: brokenStore(({ decide }) => ({
      async decide(key, verdict, since) {
        await decide(key, verdict, since);
        return verdict;
      },
    })),
  },
  {
    how: 'HEAD takes whatever arrives last',
    breaks: 'newest-stands',
    says: /current of .* is v\d+ .*, newest accepted is v/,
    sabotage: brokenStore(({ moveCurrent }) => ({
      moveCurrent: (submission, current) =>
        moveCurrent(submission, {
          ...current,
          order: `9999-${String(arrivals()).padStart(6, '0')}`,
        }),
    })),
  },
  {
    how: 'the final status is written before the rest',
    breaks: 'newest-stands',
    sabotage: {
      async deliver(message, ports) {
        if (message.stage !== 'intake') return deliver(message, ports);
        const submissions: Submissions = {
          ...ports.submissions,
          async decide(key, verdict, since) {
            const stands = await ports.submissions.decide(key, verdict, since);
            const id = (await ports.submissions.revision(key))?.uploadId ?? '';
            await ports.submissions.finishUpload(id, key.revision, stands.outcome);
            return stands;
          },
        };
        return deliver(message, { ...ports, submissions });
      },
    },
  },
  {
    how: 'HEAD names an older upload for a moment',
    breaks: 'never-back',
    says: /latest of .* went back/,
    sabotage: {
      ports: (ports, { tables }) => ({
        ...ports,
        submissions: {
          ...ports.submissions,
          async moveLatest(submission, latest) {
            const head = tables.heads.get(nameOf(submission));
            tables.heads.set(nameOf(submission), { ...submission, current: null, ...head, latest });
          },
        },
      }),
    },
  },
];
