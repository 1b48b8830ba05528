import type { Drafts, Impacts } from '../../shared/api-ports.ts';
import { printDraft } from '../../shared/draft.ts';
import { impactOnFiled } from '../../shared/impact-on-filed.ts';
import { judge } from '../../shared/judge.ts';
import type { Printer } from '../../shared/ports.ts';
import type { Submissions } from '../../shared/store/submissions.ts';
import { loadMetrics } from '../../templates/fonts/load-fonts.ts';
import type { Environment } from '../environment.ts';
import { fontPlaces } from '../fonts.ts';
import { childReader } from '../intake/child-reader.ts';
import { s3Client } from '../s3-client.ts';
import { s3Uploads } from '../s3-files.ts';
import { systemClock } from '../system-clock.ts';

/** What the API judges: files that are not sent, and what was filed by a policy that is not in force. */
export interface Judging {
  readonly drafts: Drafts;
  readonly impacts: Impacts;
}

/** Both by the reader and the rules of the pipeline; a stranger's file is read in one child, in turn. */
export function liveJudging(
  environment: Environment,
  submissions: Submissions,
  printer: Pick<Printer, 'printDraft'>,
): Judging {
  const ports = {
    submissions,
    reader: childReader(),
    judge: { judge, canPrint: loadMetrics(fontPlaces(environment)).has },
    uploads: s3Uploads(s3Client(), environment.UPLOADS_BUCKET),
    clock: systemClock,
  };
  return {
    drafts: { print: (file) => printDraft(file, { ...ports, printer }) },
    impacts: { onFiled: (request) => impactOnFiled(request, ports) },
  };
}
