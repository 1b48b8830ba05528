import { purge } from '../../shared/purge/purge-key.ts';
import type { Removals } from '../../shared/store/removals.ts';
import type { Submissions } from '../../shared/store/submissions.ts';
import { type AllPorts, deliver } from '../memory-ports.ts';
import { nameOf } from '../memory-submissions.ts';
import type { Sabotage } from './system.ts';

/** Something broken on purpose, and what the simulation must say of it. */
export interface Planned {
  readonly how: string;
  /** The invariant that it breaks: see `invariants.ts`. */
  readonly breaks: string;
  readonly says?: RegExp;
  readonly sabotage: Sabotage;
}

const brokenStore = (breakStore: (store: Submissions) => Partial<Submissions>): Sabotage => ({
  ports: (ports) => ({
    ...ports,
    submissions: { ...ports.submissions, ...breakStore(ports.submissions) },
  }),
});

const brokenRemovals = (broken: Partial<Removals>): Sabotage => ({
  ports: (ports) => ({ ...ports, removals: { ...ports.removals, ...broken } }),
});

const brokenOutputs = (
  breakOutputs: (outputs: AllPorts['outputs']) => Partial<AllPorts['outputs']>,
): Sabotage => ({
  ports: (ports) => ({ ...ports, outputs: { ...ports.outputs, ...breakOutputs(ports.outputs) } }),
});

/** A number that is another one each time, and of which no reason can be given. */
function counter(): () => number {
  let count = 0;
  return () => {
    count += 1;
    return count;
  };
}

const arrivals = counter();
const attempts = counter();
const writes = counter();

const UPLOADS: readonly Planned[] = [
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

const OUTPUTS: readonly Planned[] = [
  {
    how: 'a row is lost',
    breaks: 'outputs-agree',
    says: /the store of v\d+ holds/,
    sabotage: {
      ports: (ports) => ({
        ...ports,
        submissions: {
          ...ports.submissions,
          saveRecords: (key, records) =>
            ports.submissions.saveRecords(
              key,
              records.map((record) => ({ ...record, texts: { projectName: '甲' } })),
            ),
        },
      }),
    },
  },
  {
    how: 'the summary is not told that something changed',
    breaks: 'summary-agrees',
    sabotage: brokenStore(() => ({ raiseGeneration: async () => {} })),
  },
  {
    how: 'an output lies where nobody looks for it',
    breaks: 'nothing-without-owner',
    says: /belongs to nobody/,
    sabotage: brokenOutputs(({ writeOutput }) => ({
      async writeOutput(key, bytes, file) {
        await writeOutput(key, bytes, file);
        await writeOutput(key.replace(/^submissions/, 'elsewhere'), bytes, file);
      },
    })),
  },
  {
    how: 'the same upload processed again leaves other bytes',
    breaks: 'final-stays',
    says: /of a final upload changed/,
    sabotage: brokenOutputs(({ writeOutput }) => ({
      writeOutput(key, bytes, file) {
        const spaced = new Uint8Array([...bytes, ...new Array<number>(writes()).fill(32)]);
        return writeOutput(key, key.endsWith('.json') ? spaced : bytes, file);
      },
    })),
  },
  {
    how: 'a function fails by itself',
    breaks: 'throws-nothing',
    says: /^throws-nothing: render .* threw by itself/m,
    sabotage: {
      ports: (ports) => ({
        ...ports,
        printer: { print: () => Promise.reject(new Error('no ink')) },
      }),
    },
  },
  {
    how: 'nobody notes that the summary is written',
    breaks: 'comes-to-rest',
    sabotage: brokenStore(() => ({ noteSummaryFile: async () => {} })),
  },
  {
    how: 'nobody puts dead letters back',
    breaks: 'letters-come-back',
    sabotage: { forgetful: true },
  },
];

const PURGES: readonly Planned[] = [
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

/** One or more for each invariant. */
export const SABOTAGES: readonly Planned[] = [...UPLOADS, ...OUTPUTS, ...PURGES];
