import { revisionFolder } from '../../shared/outputs.ts';
import type { Upload } from '../../shared/upload.ts';
import type { System } from './system.ts';
import { watchReviews } from './watch-reviews.ts';

/** Looks at the system and notes what must never happen, not even for a moment. */
export type Watch = () => void;

/** What is watched at each step, by the names of `docs/guarantees.md`. */
export const ALWAYS = [
  'final-stays',
  'never-back',
  'approved-stays',
  'published-by-act',
  'masked-is-hidden',
] as const;

/** Watches what may only go forward, and what may not change once it is final. */
export function watchOver(system: System): Watch {
  const { tables, outputs } = system.world;
  const final = remember(system);
  const forward = neverBack(system);
  const reviews = watchReviews(system);
  const sentBack = everSentBack(system);
  // Stored anew whenever it changes: written down once.
  const written = new WeakMap<Upload, string>();
  const asText = (upload: Upload): string => {
    const text = written.get(upload) ?? JSON.stringify([upload.outcome, upload.purge]);
    written.set(upload, text);
    return text;
  };
  return () => {
    reviews();
    sentBack.look();
    const purged = purgedFolders(system);
    for (const [id, { upload }] of tables.uploads) {
      if (upload.outcome === null) continue;
      if (!system.finalAt.has(id)) system.finalAt.set(id, system.now);
      const how = upload.status === 'purged' ? 'the purge' : 'the final status';
      final(`${how} of upload ${id}`, asText(upload));
      for (const key of Object.values(upload.outcome.outputs)) {
        if (purged.some((folder) => key.startsWith(folder))) continue;
        if (sentBack.wrote(key)) continue;
        final(`${key} of a final upload`, outputs.get(key) ?? 'not there');
      }
    }
    for (const [name, { latest, current }] of tables.heads) {
      // After a purge an older upload may stand again; from there it goes forward anew.
      const since = `${name} after ${tables.barred.get(name)?.size ?? 0} purges`;
      if (latest !== null) forward(`latest of ${since}`, latest.order);
      if (current !== null) forward(`current of ${since}`, current.order);
    }
    for (const [period, { state }] of tables.periods) {
      forward(`generation of ${period}`, state.generation);
      forward(`summary of ${period}`, state.summary);
    }
  };
}

/** Revisions that were sent back: what the reviewers say is written into their feedback. */
function everSentBack({ world: { tables } }: System) {
  const seen = new Set<string>();
  return {
    look(): void {
      for (const [name, { review }] of tables.heads) {
        for (const [revision, { state }] of Object.entries(review?.revisions ?? {})) {
          if (state === 'sent-back') seen.add(`${folderOf(name, revision)}/`);
        }
      }
    },
    // Below the folder where an attempt of another basis wrote it, or right in that.
    wrote: (key: string): boolean =>
      key.endsWith('/feedback.xlsx') && [...seen].some((folder) => key.startsWith(folder)),
  };
}

function folderOf(name: string, revision: string): string {
  const [period = '', submitter = ''] = name.split('/');
  return revisionFolder({ period, submitter, revision: Number(revision) });
}

/** Folders of revisions that are purged: what repeats them goes with them, a moment later. */
const purgedFolders = ({ world }: System): readonly string[] =>
  [...world.tables.uploads.values()].flatMap(({ upload }) => folderIfPurged(upload));

function folderIfPurged({ status, submission, revision }: Upload): string[] {
  if (status !== 'purged' || submission === null || revision === null) return [];
  return [`${revisionFolder({ ...submission, revision })}/`];
}

/** Notes a value that is not what it was when it was first seen; a purge may follow, and stays. */
function remember({ problems }: System) {
  const seen = new Map<string, string>();
  return (name: string, value: string): void => {
    const first = seen.get(name);
    if (first === undefined) seen.set(name, value);
    else if (first !== value) problems.add(`final-stays: ${name} changed`);
  };
}

/** Notes a value that is less than it was. */
function neverBack({ problems }: System) {
  const reached = new Map<string, string | number>();
  return (name: string, value: string | number): void => {
    const before = reached.get(name);
    if (before !== undefined && value < before) problems.add(`never-back: ${name} went back`);
    reached.set(name, value);
  };
}
