import type { PublishPorts } from '../ports.ts';
import type { Publication } from '../publication.ts';
import { NO_REVIEW, revisionReview, type SubmissionReview } from '../submission-review.ts';
import type { RevisionKey } from '../upload.ts';
import { departmentOf } from './department-of.ts';
import { type Difference, differenceOf, type Edition } from './difference.ts';
import { previewPage } from './page.ts';
import { aboutTable, loadEdition, tableOf } from './publish-submission.ts';
import { submissionPageOf } from './submission-page.ts';

type PreviewPorts = Pick<PublishPorts, 'submissions' | 'site' | 'assets'>;

/** A revision as it would be public with its masks as they stand. Internal: nothing of it is public. */
export interface Preview {
  readonly edition: Edition;
  /** The page at its address, without downloads: what has no bytes yet has no hash. */
  readonly page: string;
  /** What it would change of what is public now; null where it would be the first. */
  readonly erratum: Difference | null;
}

/** Shows a revision as it would be public at a time (ISO 8601); null where it holds no table any more. */
export async function previewOf(
  key: RevisionKey,
  at: string,
  ports: PreviewPorts,
): Promise<Preview | null> {
  const { revision, ...job } = key;
  const table = await tableOf(job, key, ports);
  if (table === null) return null;
  const review = (await ports.submissions.head(job))?.review ?? NO_REVIEW;
  const own = revisionReview(review, revision);
  const edition = await loadEdition(job, { revision, own }, table, ports);
  const before = await publicNow(key, review, ports);
  const former = await ports.submissions.publicationsOf(job);
  const publications: readonly Publication[] = [
    ...former.filter((each) => each.revision !== revision).map(asReplaced),
    {
      ...key,
      ...aboutTable(job, table),
      department: await departmentOf(job.submitter, ports.submissions),
      status: 'current',
      edition: former.filter((each) => each.revision !== revision).length + 1,
      publishedAt: own.publication?.at ?? at,
      reason: before === null ? null : REASON_TO_COME,
      endedAt: null,
      endedReason: null,
      files: [],
    },
  ];
  return {
    edition,
    page: previewPage(submissionPageOf({ publications, current: edition, before }, ports), ports),
    erratum: before === null ? null : differenceOf(before, edition),
  };
}

/** Stands where the reason of an erratum will. */
const REASON_TO_COME = '（公开时填写）';

const asReplaced = (publication: Publication): Publication =>
  publication.status === 'current' ? { ...publication, status: 'replaced' } : publication;

/** What is public of the submission now; null for nothing, and for this very revision. */
async function publicNow(
  { revision, ...job }: RevisionKey,
  review: SubmissionReview,
  ports: PreviewPorts,
): Promise<Edition | null> {
  const { published } = review;
  if (published === null || published === revision) return null;
  const table = await tableOf(job, { revision: published }, ports);
  if (table === null) return null;
  const own = revisionReview(review, published);
  return loadEdition(job, { revision: published, own }, table, ports);
}
