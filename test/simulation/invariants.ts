import { headProblems } from './check-heads.ts';
import { noticeProblems } from './check-notices.ts';
import { outputProblems } from './check-outputs.ts';
import { revisionProblems } from './check-revisions.ts';
import { summaryProblems } from './check-summaries.ts';
import { uploadProblems } from './check-uploads.ts';
import type { System } from './system.ts';

/** What must hold once the system is at rest, and does not. */
export const brokenInvariants = (system: System): readonly string[] => [
  ...uploadProblems(system),
  ...revisionProblems(system),
  ...headProblems(system),
  ...summaryProblems(system),
  ...outputProblems(system),
  ...noticeProblems(system),
];
