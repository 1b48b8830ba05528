import { formTitle } from '../../templates/form.ts';
import { knownForm } from '../../templates/forms.ts';
import { checkCode } from '../check-code.ts';
import type { PublishJob, PublishPorts } from '../ports.ts';
import type { Publication, PublicationStatus, PublicFile } from '../publication.ts';
import { printedTable } from '../records/printed-table.ts';
import { loadRecordSet } from '../store/load-record-set.ts';
import type { AcceptedTable } from '../submission.ts';
import {
  NO_REVIEW,
  type RevisionPublication,
  type RevisionReview,
  type SubmissionReview,
} from '../submission-review.ts';
import { departmentOf } from './department-of.ts';
import type { Edition } from './difference.ts';
import { maskedRecords } from './mask-records.ts';
import { publicFiles } from './public-files.ts';
import { bundleKeys, submissionPage } from './site-keys.ts';
import { submissionPageOf } from './submission-page.ts';

/** Reviews that change while they are acted on; so many in a row do not come. */
const TRIES = 20;

/**
 * Brings what is public of a submission in line with its review, until that has not changed meanwhile:
 * what an attempt wrote late, another one's review having moved on, it takes out again itself. Returns
 * the keys that hold nothing of it any more; null if nothing of it ever was public.
 */
export async function publishSubmission(
  job: PublishJob,
  ports: PublishPorts,
): Promise<readonly string[] | null> {
  const { submissions } = ports;
  for (let tried = 0; tried < TRIES; tried += 1) {
    const review = (await submissions.head(job))?.review ?? NO_REVIEW;
    const { publications, removed } = await publishReview(job, review, ports);
    const now = (await submissions.head(job))?.review ?? NO_REVIEW;
    const told = new Set(publications.map(({ revision }) => revision));
    const all = await submissions.publicationsOf(job);
    const stored = all.filter(({ revision }) => told.has(revision));
    if (now.version === review.version && filesIn(stored) === filesIn(publications)) {
      return publications.length === 0 && removed.length === 0 ? null : removed;
    }
  }
  throw new Error(`the review of ${JSON.stringify(job)} changed ${TRIES} times meanwhile`);
}

/** What a page tells of files, by revision. */
const filesIn = (publications: readonly Publication[]): string =>
  JSON.stringify(
    publications.map(({ revision, files }) => [revision, files.map(({ key }) => key)]).sort(),
  );

/** What an attempt told of a submission, and the keys that it took out. */
interface Published {
  readonly publications: readonly Publication[];
  readonly removed: readonly string[];
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
): Promise<Published> {
  const { submissions } = ports;
  const revisions = publicRevisions(review);
  if (revisions.length === 0) return { publications: [], removed: [] };
  const known = await submissions.publicationsOf(job);
  const department = await departmentOf(job.submitter, submissions);
  const publications: Publication[] = [];
  const isMasked = revisions.some(({ own }) => own.masks.length > 0);
  let current: Edition | null = null;
  for (const [index, each] of revisions.entries()) {
    const former = known.find(({ revision }) => revision === each.revision);
    const table = await tableOf(job, each, ports);
    const about = table === null ? former : { ...aboutTable(job, table), department };
    if (about === undefined) continue;
    let files = former?.files ?? [];
    // Nothing is left of a revision that was purged: it cannot be public any more.
    const isCurrent = each.own.state === 'published' && table !== null;
    if (isCurrent) {
      current = await loadEdition(job, each, table, ports);
      files = await writeFiles(job, current, ports);
    }
    const stored = isCurrent ? current : null;
    const code = isMasked || table === null ? null : codeOf(each, stored, former);
    const made = { edition: index + 1, about, files, isCurrent, code };
    publications.push(publicationOf(job, each, made));
  }
  // Before the page: an attempt whose page goes over that of a later one finds what that one stored.
  for (const publication of publications) await submissions.putPublication(publication);
  await writePage(job, { publications, current }, revisions, ports);
  const removed = await removeFormer(job, publications, known, ports);
  return { publications, removed };
}

/** The page of a submission, whose address stays whatever becomes of what it shows. */
async function writePage(
  job: PublishJob,
  told: Pick<Published, 'publications'> & { readonly current: Edition | null },
  revisions: readonly PublicRevision[],
  ports: PublishPorts,
): Promise<void> {
  const page = submissionPage(job.period, job.submitter);
  if (told.publications.length === 0) {
    // Purged before it was said to be public: an attempt that died may have written its page.
    return ports.publicFiles.removeFile(page);
  }
  const before = told.current === null ? null : await editionBefore(job, revisions, ports);
  const text = submissionPageOf({ ...told, before }, ports);
  await ports.publicFiles.publishFile(page, new TextEncoder().encode(text), HTML);
}

/** The code on the stamped copy of what is current, or was when its code was last told. */
const codeOf = (
  { revision }: PublicRevision,
  current: Edition | null,
  former: Publication | undefined,
): string | null =>
  current === null
    ? (former?.code ?? null)
    : checkCode(printedTable(current.stored, current.form), revision);

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

type AboutTable = Pick<Publication, 'name' | 'department' | 'title' | 'projects'>;

/** What the site says of a table beside the table itself. */
export const aboutTable = (
  job: PublishJob,
  { form, submitterName, rows, title }: AcceptedTable,
): Omit<AboutTable, 'department'> => ({
  name: submitterName,
  title: formTitle(knownForm(form), job.period, submitterName, title),
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

/** Law: a file is noted before it is laid there, so that it is found should this attempt die or be late. */
async function writeFiles(
  job: PublishJob,
  { masked, form }: Edition,
  ports: PublishPorts,
): Promise<readonly PublicFile[]> {
  const made = await publicFiles(job, masked, form, ports);
  const keys = made.map(({ file }) => file.key);
  await ports.submissions.notePublicFiles(job, keys);
  for (const { file, content, output } of made) {
    await ports.publicFiles.publishFile(file.key, content, { ...output, lasting: true });
  }
  return made.map(({ file }) => file);
}

const publicationOf = (
  job: PublishJob,
  { revision, own, publication }: PublicRevision,
  made: Pick<Publication, 'edition' | 'files'> & {
    readonly code: string | null;
    readonly about: AboutTable;
    readonly isCurrent: boolean;
  },
): Publication => ({
  ...job,
  revision,
  status: statusOf(own, made.isCurrent),
  edition: made.edition,
  name: made.about.name,
  department: made.about.department,
  title: made.about.title,
  projects: made.about.projects,
  publishedAt: publication.at,
  reason: publication.reason,
  endedAt: publication.endedAt,
  endedReason: publication.endedReason,
  files: made.files,
  code: made.code,
});

/** Withdrawn it stays whatever is done with it later, until it is public again. */
function statusOf({ state }: RevisionReview, isCurrent: boolean): PublicationStatus {
  if (isCurrent) return 'current';
  return state === 'replaced' ? 'replaced' : 'withdrawn';
}

/**
 * Takes out what is not current any more, unless the same bytes are current once more; the period as a
 * whole with it, until that is packed anew. Returns what was taken out. An attempt that comes again does
 * all of it again, as the one before may have died in the middle.
 */
async function removeFormer(
  job: PublishJob,
  publications: readonly Publication[],
  known: readonly Publication[],
  { submissions, publicFiles: bucket }: PublishPorts,
): Promise<readonly string[]> {
  const keysOf = (all: readonly Publication[]) =>
    all.flatMap(({ files }) => files.map(({ key }) => key));
  const current = new Set(keysOf(publications.filter(({ status }) => status === 'current')));
  const noted = await submissions.publicFilesOf(job);
  const former = [...new Set([...keysOf([...known, ...publications]), ...noted])].filter(
    (key) => !current.has(key),
  );
  const removed = former.length === 0 ? [] : [...former, ...Object.values(bundleKeys(job.period))];
  for (const key of removed) await bucket.removeFile(key);
  return removed;
}
