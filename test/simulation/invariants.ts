import { actProblems } from './check-acts.ts';
import { headProblems } from './check-heads.ts';
import { noticeProblems } from './check-notices.ts';
import { outputProblems, ownerlessOutputs } from './check-outputs.ts';
import { formerFiles, siteProblems } from './check-public.ts';
import { letterProblems, purgeProblems } from './check-purges.ts';
import { revisionProblems } from './check-revisions.ts';
import { summaryProblems } from './check-summaries.ts';
import { uploadProblems } from './check-uploads.ts';
import type { System } from './system.ts';
import { ALWAYS } from './watch.ts';

/** What must hold once the system is at rest, by the names of `docs/guarantees.md`. */
const AT_REST: Readonly<Record<string, (system: System) => Iterable<string>>> = {
  'one-final-status': uploadProblems,
  'one-revision': revisionProblems,
  'newest-stands': headProblems,
  'outputs-agree': outputProblems,
  'summary-agrees': summaryProblems,
  'nothing-without-owner': ownerlessOutputs,
  'purged-is-gone': purgeProblems,
  'letters-come-back': letterProblems,
  'everybody-is-told': noticeProblems,
  'acts-on-record': actProblems,
  'withdrawn-is-gone': formerFiles,
  'public-agrees': siteProblems,
};

/** What a run itself shows: no function fails by itself, and everything comes to an end. */
const IN_THE_RUN = ['throws-nothing', 'comes-to-rest'];

/** Names of everything that the simulation holds the system to. */
export const INVARIANTS: readonly string[] = [...Object.keys(AT_REST), ...ALWAYS, ...IN_THE_RUN];

/** What must hold and does not, each with the name of what it breaks. */
export const brokenInvariants = (system: System): readonly string[] =>
  Object.entries(AT_REST).flatMap(([name, problems]) =>
    [...problems(system)].map((problem) => `${name}: ${problem}`),
  );
