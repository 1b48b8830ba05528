import type { RevisionKey, SubmissionKey } from '../upload.ts';

/*
 * Every key of the table, and nowhere else. One table with `pk` and `sk`; two indexes over all
 * attributes: `group` (`gpk`, `gsk`) and the sparse `pending` (`ppk`, `psk`), which holds only what
 * still waits for something.
 */

/** Primary key of an item. */
export interface Key {
  readonly pk: string;
  readonly sk: string;
}

/** Place of an item in the index `group`. */
export interface GroupKey {
  readonly gpk: string;
  readonly gsk: string;
}

/** Place of an item in the index `pending`. */
export interface PendingKey {
  readonly ppk: string;
  readonly psk: string;
}

/** Name of the index over `gpk` and `gsk`. */
export const GROUP_INDEX = 'group';

/** Name of the index over `ppk` and `psk`. */
export const PENDING_INDEX = 'pending';

const revisionDigits = (revision: number): string => String(revision).padStart(4, '0');
const rowDigits = (row: number): string => String(row).padStart(6, '0');

const submissionPk = ({ period, submitter }: SubmissionKey): string =>
  `SUBMISSION#${period}#${submitter}`;

/** An UPLOAD item, by its upload id. */
export const uploadKey = (id: string): Key => ({ pk: `UPLOAD#${id}`, sk: 'UPLOAD' });

/** Partition of `group` with a submission's uploads; null: uploads whose key names none. */
export const uploadsGroup = (submission: SubmissionKey | null): string =>
  submission === null ? 'UPLOADS#-' : `UPLOADS#${submission.period}#${submission.submitter}`;

/** Place of an upload in its submission; `order` comes from `orderOf` and sorts by receipt. */
export const uploadGroupKey = (submission: SubmissionKey | null, order: string): GroupKey => ({
  gpk: uploadsGroup(submission),
  gsk: order,
});

/** A REVISION item; numbers are padded to four digits, so that they sort. */
export const revisionKey = (key: RevisionKey): Key => ({
  pk: submissionPk(key),
  sk: `REVISION#${revisionDigits(key.revision)}`,
});

/** Partition and prefix of a submission's revisions. */
export const revisionsPrefix = (submission: SubmissionKey): Key => ({
  pk: submissionPk(submission),
  sk: 'REVISION#',
});

/** A ROW item: the record with this number, from 1; padded, so that a range reads rows in order. */
export const rowKey = (key: RevisionKey, row: number): Key => ({
  pk: submissionPk(key),
  sk: `ROW#${revisionDigits(key.revision)}#${rowDigits(row)}`,
});

/** Partition and prefix of a revision's rows. */
export const rowsPrefix = (key: RevisionKey): Key => ({
  pk: submissionPk(key),
  sk: `ROW#${revisionDigits(key.revision)}#`,
});

/** A HEAD item: with the period's others in one partition, so that one query reads them all. */
export const headKey = ({ period, submitter }: SubmissionKey): Key => ({
  pk: `PERIOD#${period}`,
  sk: `HEAD#${submitter}`,
});

/** Partition and prefix of the heads of a period. */
export const headsPrefix = (period: string): Key => ({ pk: `PERIOD#${period}`, sk: 'HEAD#' });

/** A PERIOD item, in the partition of the heads of that period. */
export const periodKey = (period: string): Key => ({ pk: `PERIOD#${period}`, sk: 'PERIOD' });

/** Partition of `group` with every period. */
export const PERIODS_GROUP = 'PERIODS';

/** Place of a period among all, which sort by year. */
export const periodGroupKey = (period: string): GroupKey => ({ gpk: PERIODS_GROUP, gsk: period });

const entryDigits = (number: number): string => String(number).padStart(9, '0');

/** An AUDIT item: an entry of a chain by its number, padded so that a range reads entries in order. */
export const auditKey = (chain: string, number: number): Key => ({
  pk: `AUDIT#${chain}`,
  sk: `AUDIT#${entryDigits(number)}`,
});

/** A PUBLICATION item; together they are what the index of the public site is made from. */
export const publicationKey = (key: RevisionKey): Key => ({
  pk: 'SITE',
  sk: `${publicationsPrefix(key).sk}${revisionDigits(key.revision)}`,
});

/** Partition and prefix of a submission's publications; null: of all. */
export const publicationsPrefix = (submission: SubmissionKey | null): Key => ({
  pk: 'SITE',
  sk:
    submission === null
      ? 'PUBLICATION#'
      : `PUBLICATION#${submission.period}#${submission.submitter}#`,
});

/** A FILE item: a file of a submission that lies, or may have lain, in the public bucket under this key. */
export const publicFileKey = (submission: SubmissionKey, key: string): Key => ({
  pk: 'SITE',
  sk: `${publicFilesPrefix(submission).sk}${key}`,
});

/** Partition and prefix of a submission's public files. */
export const publicFilesPrefix = ({ period, submitter }: SubmissionKey): Key => ({
  pk: 'SITE',
  sk: `FILE#${period}#${submitter}#`,
});

/** A UNIT item, by the unit's code. */
export const unitKey = (code: string): Key => ({ pk: `UNIT#${code}`, sk: 'UNIT' });

/** Partition of `group` with the units right below one; null: those at the top. */
export const childrenGroup = (parent: string | null): string => `CHILDREN#${parent ?? '-'}`;

/** Place of a unit among those right below the same parent, which sort by code. */
export const unitGroupKey = (parent: string | null, code: string): GroupKey => ({
  gpk: childrenGroup(parent),
  gsk: code,
});

/** Partitions of `pending`. */
export type PendingKind = 'UPLOADS' | 'REPORTS' | 'ANSWERS' | 'ACTS' | 'BUREAUS' | 'SCHEDULES';

/** Partition of `pending` with what waits for a final status, for its report, to be finished, or for its day. */
export const pendingGroup = (kind: PendingKind): string => `PENDING#${kind}`;

/** `since` is ISO 8601, so that what waits longest comes first; `key` only tells items apart. */
export const pendingKey = (kind: PendingKind, since: string, key: Key): PendingKey => ({
  ppk: pendingGroup(kind),
  psk: `${since}#${key.pk}#${key.sk}`,
});

/** An ACCOUNT item, by the name that is typed to sign in. */
export const accountKey = (name: string): Key => ({ pk: `ACCOUNT#${name}`, sk: 'ACCOUNT' });

/** Partition of `group` with every account. */
export const ACCOUNTS_GROUP = 'ACCOUNTS';

/** Place of an account among all, which sort by name. */
export const accountGroupKey = (name: string): GroupKey => ({ gpk: ACCOUNTS_GROUP, gsk: name });

/** The SIGNING item: what this installation signs tokens with. */
export const SIGNING_KEY: Key = { pk: 'SIGNING', sk: 'SIGNING' };

/** A TURN item: who sends for a submission now, and what was sent last. */
export const turnKey = (submission: SubmissionKey): Key => ({
  pk: submissionPk(submission),
  sk: 'TURN',
});

/** A SENT item: an upload that came through the API, beside what intake records of it. */
export const sentKey = (uploadId: string): Key => ({ pk: `UPLOAD#${uploadId}`, sk: 'SENT' });

/** A RECEIPT item: the code on the receipt of an upload. */
export const receiptKey = (uploadId: string): Key => ({ pk: `UPLOAD#${uploadId}`, sk: 'RECEIPT' });

/** A REQUEST item: what became of a request with an idempotency key, by caller and key. */
export const requestKey = (sub: string, key: string): Key => ({
  pk: `REQUEST#${sub}`,
  sk: `REQUEST#${key}`,
});

/** A BUREAU item: what finance settled in a chain of the audit trail. */
export const bureauKey = (chain: string): Key => ({ pk: `BUREAU#${chain}`, sk: 'BUREAU' });

/** A DUTY item: what was settled of a unit's return. */
export const dutyKey = ({ period, submitter }: SubmissionKey): Key => ({
  pk: bureauKey(period).pk,
  sk: `${dutiesPrefix(period).sk}${submitter}`,
});

/** Partition and prefix of what was settled of the units of a period. */
export const dutiesPrefix = (period: string): Key => ({ pk: bureauKey(period).pk, sk: 'DUTY#' });

/** A LIST item: the projects of a unit in a part of an import. */
export const listedKey = (period: string, list: string, unit: string, part: number): Key => ({
  pk: bureauKey(period).pk,
  sk: `${listedPrefix(period, list, unit).sk}${revisionDigits(part)}`,
});

/** Partition and prefix of the projects of a unit in an import; null: of all units. */
export const listedPrefix = (period: string, list: string, unit: string | null): Key => ({
  pk: bureauKey(period).pk,
  sk: unit === null ? `LIST#${list}#` : `LIST#${list}#${unit}#`,
});
