import type { ApiPorts } from '../../shared/api-ports.ts';
import type { Period } from '../../shared/period.ts';
import type { Publication } from '../../shared/publication.ts';
import { submissionPage } from '../../shared/publish/site-keys.ts';
import { carriedMasks, masksToConfirm } from '../../shared/review/carried-masks.ts';
import { reviewPolicyOf } from '../../shared/review-policy.ts';
import type { Site } from '../../shared/site.ts';
import { NO_REVIEW, type SubmissionReview } from '../../shared/submission-review.ts';
import type { RevisionKey, SubmissionKey } from '../../shared/upload.ts';
import { publicationDays } from './publication-days.ts';
import type { PublicationAnswer } from './publication-schemas.ts';

type Ports = Pick<ApiPorts, 'submissions' | 'clock' | 'site'>;

/** What there is to publish of a submission, and what is public of it. */
export async function publicationAnswer(
  submission: SubmissionKey,
  unit: PublicationAnswer['unit'],
  period: Period,
  { submissions, clock, site }: Ports,
): Promise<PublicationAnswer> {
  const review = (await submissions.head(submission))?.review ?? NO_REVIEW;
  const editions = (await submissions.publicationsOf(submission)).toSorted(
    (a, b) => b.edition - a.edition,
  );
  const revision = review.approved ?? review.published ?? editions[0]?.revision ?? null;
  const key = revision === null ? null : { ...submission, revision };
  const isPublic = revision !== null && review.published === revision;
  return {
    period: submission.period,
    unit,
    revision,
    uploadId: key === null ? null : ((await submissions.revision(key))?.uploadId ?? null),
    signatures: reviewPolicyOf(period).signatures,
    address: addressOf(submission, site),
    ...publicationDays(review.accountsOn, isPublic, clock.now().toISOString()),
    toConfirm: key === null ? null : await toConfirm(key, review, submissions),
    editions: editions.map(editionLine),
  };
}

/** Where the page of a submission stands. */
export const addressOf = (
  { period, submitter }: SubmissionKey,
  { address }: Site,
): string | null =>
  address === null ? null : address + submissionPage(period, submitter).replace(/index\.html$/, '');

const editionLine = ({ files, ...of }: Publication): PublicationAnswer['editions'][number] => ({
  edition: of.edition,
  revision: of.revision,
  status: of.status,
  publishedAt: of.publishedAt,
  reason: of.reason,
  endedAt: of.endedAt,
  endedReason: of.endedReason,
  sha256: files.find(({ kind }) => kind === 'pdf')?.sha256 ?? null,
});

/** Masks of an earlier revision where they would stand in this one. */
async function toConfirm(
  key: RevisionKey,
  review: SubmissionReview,
  submissions: ApiPorts['submissions'],
): Promise<PublicationAnswer['toConfirm']> {
  const earlier = masksToConfirm(review, key.revision);
  if (earlier === null) return null;
  const recordsOf = async (revision: number) => {
    const own = { ...key, revision };
    const table = (await submissions.revision(own))?.verdict?.accepted?.table;
    return table === undefined ? [] : submissions.recordsOf(own, table.rows);
  };
  const [before, after] = [await recordsOf(earlier.revision), await recordsOf(key.revision)];
  const { cells, lost } = carriedMasks(earlier.masks, before, after);
  return { revision: earlier.revision, cells: [...cells], lost: lost.length };
}
