import { purge } from '../../shared/purge/purge-key.ts';
import { nameOf } from '../memory-store/tables.ts';
import { brokenOutputs, brokenRemovals, type Planned } from './planned.ts';

/** What can be broken about a purge. */
export const PURGES: readonly Planned[] = [
  {
    how: 'a purge leaves the upload as the latest',
    breaks: 'newest-stands',
    says: /latest of/,
    sabotage: {
      ports: (ports, { tables }) => ({
        ...ports,
        removals: {
          ...ports.removals,
          async barFromHead(submission, uploadId) {
            const latest = tables.heads.get(nameOf(submission))?.latest ?? null;
            await ports.removals.barFromHead(submission, uploadId);
            tables.heads.set(nameOf(submission), { ...submission, current: null, latest });
          },
        },
      }),
    },
  },
  {
    how: 'a purge does not wait for what is at work',
    breaks: 'purged-is-gone',
    from: 213,
    says: /is still (there|stored)|still tells of/,
    sabotage: {
      purge: (request, ports, waiting) =>
        purge(request, { ...ports, clock: { ...ports.clock, pause: async () => {} } }, waiting),
    },
  },
  {
    how: 'a purge forgets the rows',
    breaks: 'purged-is-gone',
    says: /rows of v\d+ are still stored/,
    sabotage: brokenRemovals({ removeRecords: async () => {} }),
  },
  {
    how: 'a purge leaves older summaries',
    breaks: 'purged-is-gone',
    says: /summaries\/.* still tells of/,
    sabotage: brokenOutputs(({ eraseVersion }) => ({
      eraseVersion: async (version) =>
        /^summaries.*\d\.xlsx$/.test(version.key) ? undefined : eraseVersion(version),
    })),
  },
  {
    how: 'a purge leaves the file',
    breaks: 'purged-is-gone',
    says: /is still in the bucket/,
    sabotage: {
      ports: (ports) => ({ ...ports, uploads: { ...ports.uploads, eraseVersion: async () => {} } }),
    },
  },
];
