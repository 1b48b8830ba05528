import { formTitle } from '../../templates/form.ts';
import { knownForm } from '../../templates/forms.ts';
import type { PublishJob, PublishPorts } from '../ports.ts';
import type { Publication, PublicationStatus, PublicFile } from '../publication.ts';
import { loadRecordSet } from '../store/load-record-set.ts';
import type { AcceptedTable } from '../submission.ts';
import {
  NO_REVIEW,
  type RevisionPublication,
  type RevisionReview,
  type SubmissionReview,
} from '../submission-review.ts';
import type { Edition } from './difference.ts';
import { maskedRecords } from './mask-records.ts';
import { publicFiles } from './public-files.ts';
import { submissionPage } from './site-keys.ts';
import { submissionPageOf } from './submission-page.ts';

/** Reviews that change while they are acted on; so many in a row do not come. */
const TRIES = 20;

/**
 * Brings what is public of a submission in line with its review, until that has not changed meanwhile:
 * what an attempt wrote late, another one's review having moved on, it takes out again itself. False if
 * nothing of it ever was public.
 */
export async function publishSubmission(job: PublishJob, ports: PublishPorts): Promise<boolean> {
  const { submissions } = ports;
  for (let tried = 0; tried < TRIES; tried += 1) {
    const review = (await submissions.head(job))?.review ?? NO_REVIEW;
    const isPublic = await publishReview(job, review, ports);
    const now = (await submissions.head(job))?.review ?? NO_REVIEW;
    if (now.version === review.version) return isPublic;
  }
  throw new Error(`the review of ${JSON.stringify(job)} changed ${TRIES} times meanwhile`);
}

/** A revision that is or was public. */
interface PublicRevision {
  readonly revision: number;
  readonly own: RevisionReview;
  readonly publication: RevisionPublication;
}

async function publishReview(
  job: PublishJob,
  review: SubmissionReview,
  ports: PublishPorts,
): Promise<boolean> {
  const { submissions, publicFiles: bucket, site } = ports;
  const revisions = publicRevisions(review);
  if (revisions.length === 0) return false;
  const known = await submissions.publicationsOf(job);
  const publications: Publication[] = [];
  let current: Edition | null = null;
  for (const [index, each] of revisions.entries()) {
    const former = known.find(({ revision }) => revision === each.revision);
    const table = await tableOf(job, each, ports);
    const about = table === null ? former : aboutTable(job, table);
    if (about === undefined) continue;
    let files = former?.files ?? [];
    // Nothing is left of a revision that was purged: it cannot be public any more.
    const isCurrent = each.own.state === 'published' && table !== null;
    if (isCurrent) {
      current = await loadEdition(job, each, table, ports);
      files = await writeFiles(current, ports);
    }
    publications.push(publicationOf(job, each, { edition: index + 1, about, files, isCurrent }));
  }
  if (publications.length === 0) return false;
  const before = current === null ? null : await editionBefore(job, revisions, ports);
  const text = submissionPageOf({ publications, current, before }, site);
  const page = new TextEncoder().encode(text);
  await bucket.publishFile(submissionPage(job.period, job.submitter), page, HTML);
  for (const publication of publications) await submissions.putPublication(publication);
  await removeFormer(publications, known, ports);
  return true;
}

/** What the last of the editions took the place of; null where it was the first, or that was withdrawn. */
async function editionBefore(
  job: PublishJob,
  revisions: readonly PublicRevision[],
  ports: PublishPorts,
): Promise<Edition | null> {
  const before = revisions.at(-2);
  if (before?.own.state !== 'replaced') return null;
  const table = await tableOf(job, before, ports);
  return table === null ? null : loadEdition(job, before, table, ports);
}

const HTML = {
  contentType: 'text/html; charset=utf-8',
  downloadName: 'index.html',
  lasting: false,
};

/** In the order in which they became public. */
const publicRevisions = ({ revisions }: SubmissionReview): readonly PublicRevision[] =>
  Object.entries(revisions)
    .flatMap(([revision, own]) =>
      own.publication === null
        ? []
        : [{ revision: Number(revision), own, publication: own.publication }],
    )
    .sort((a, b) => (a.publication.at < b.publication.at ? -1 : 1));

/** What a revision holds; null once it was purged. */
export async function tableOf(
  job: PublishJob,
  { revision }: Pick<PublicRevision, 'revision'>,
  { submissions }: Pick<PublishPorts, 'submissions'>,
): Promise<AcceptedTable | null> {
  const { verdict } = (await submissions.revision({ ...job, revision })) ?? {};
  return verdict?.accepted?.table ?? null;
}

type AboutTable = Pick<Publication, 'name' | 'title' | 'projects'>;

/** What the site says of a table beside the table itself. */
export const aboutTable = (
  job: PublishJob,
  { form, submitterName, rows }: AcceptedTable,
): AboutTable => ({
  name: submitterName,
  title: formTitle(knownForm(form), job.period, submitterName),
  projects: rows,
});

/** A revision as stored, and as it is public with its masks. */
export async function loadEdition(
  job: PublishJob,
  { revision, own }: Pick<PublicRevision, 'revision' | 'own'>,
  table: AcceptedTable,
  { submissions }: Pick<PublishPorts, 'submissions'>,
): Promise<Edition> {
  const stored = await loadRecordSet({ ...job, revision }, table, submissions);
  const form = knownForm(table.form);
  return { stored, masked: maskedRecords(stored, own.masks, form), form };
}

async function writeFiles(
  { masked, form }: Edition,
  { publicFiles: bucket, printer, site }: PublishPorts,
): Promise<readonly PublicFile[]> {
  const made = await publicFiles(masked, form, site, printer);
  for (const { file, content, output } of made) {
    await bucket.publishFile(file.key, content, { ...output, lasting: true });
  }
  return made.map(({ file }) => file);
}

const publicationOf = (
  job: PublishJob,
  { revision, own, publication }: PublicRevision,
  made: Pick<Publication, 'edition' | 'files'> & {
    readonly about: AboutTable;
    readonly isCurrent: boolean;
  },
): Publication => ({
  ...job,
  revision,
  status: statusOf(own, made.isCurrent),
  edition: made.edition,
  name: made.about.name,
  title: made.about.title,
  projects: made.about.projects,
  publishedAt: publication.at,
  reason: publication.reason,
  endedAt: publication.endedAt,
  endedReason: publication.endedReason,
  files: made.files,
});

/** Withdrawn it stays whatever is done with it later, until it is public again. */
function statusOf({ state }: RevisionReview, isCurrent: boolean): PublicationStatus {
  if (isCurrent) return 'current';
  return state === 'replaced' ? 'replaced' : 'withdrawn';
}

/** Takes out what is not current any more, unless the same bytes are current once more. */
async function removeFormer(
  publications: readonly Publication[],
  known: readonly Publication[],
  { publicFiles: bucket }: PublishPorts,
): Promise<void> {
  const keysOf = (all: readonly Publication[]) =>
    all.flatMap(({ files }) => files.map(({ key }) => key));
  const current = new Set(keysOf(publications.filter(({ status }) => status === 'current')));
  for (const key of new Set(keysOf([...known, ...publications]))) {
    if (!current.has(key)) await bucket.removeFile(key);
  }
}
