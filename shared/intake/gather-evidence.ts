import { FORMS } from '../../templates/forms.ts';
import { isAfterClose } from '../bureau-state.ts';
import { MAX_FILE_BYTES } from '../cells/limits.ts';
import type { ReadResult } from '../cells/read-result.ts';
import { countedRevision } from '../counted.ts';
import type { JudgeContext } from '../judge.ts';
import { lastYearOf } from '../last-year.ts';
import { type OutputFolder, otherBasisFolder, revisionFolder } from '../outputs.ts';
import type { Period } from '../period.ts';
import type { IntakePorts } from '../ports.ts';
import { isMarkedName } from '../rules/find-mark.ts';
import { dayInChina, type Weight, weightOn } from '../severity.ts';
import { sha256 } from '../sha256.ts';
import type { Submissions } from '../store/submissions.ts';
import type { Comparison, Head } from '../submission.ts';
import { type FiledUpload, orderOf, revisionKeyOf, type UploadEvent } from '../upload.ts';
import { fileNameOf } from '../upload-id.ts';
import { heldAgainst } from './held-against.ts';

/** Everything an upload is judged from. */
export interface Evidence {
  readonly bytes: Uint8Array | 'gone' | 'too-large';
  /** Of the bytes, hex; null when there are none. */
  readonly sha256: string | null;
  readonly context: JudgeContext;
  /**
   * Changes with the rules, the period's definition and stages, the units known to the submitter, and
   * the records of the year before.
   */
  readonly fingerprint: string;
  /** Version of the rules, forms and reader. */
  readonly judge: string;
  /** It arrived after its period was closed. */
  readonly isAfterClose: boolean;
  /** Folder for what is written of it: another for each basis that attempts judged from. */
  readonly folder: OutputFolder;
}

/** Fetches the bytes of an upload and what they are judged against. */
export async function gatherEvidence(
  upload: FiledUpload,
  head: Head | null,
  ports: IntakePorts,
): Promise<Evidence> {
  const { period, submitter } = upload.submission;
  const bytes = await ports.uploads.readUpload(upload, MAX_FILE_BYTES);
  const periods = await ports.submissions.periods();
  if (periods.length === 0) throw new Error('no period is set up in the table: run npm run seed');
  const register = await ports.submissions.registerFor(submitter);
  const definition = periods.find(({ id }) => id === period) ?? null;
  const today = dayInChina(upload.eventTime);
  const fileName = fileNameOf(upload.key);
  const digest = bytes instanceof Uint8Array ? sha256(bytes) : null;
  const judgedBy = [
    isMarkedName(fileName),
    ports.judge.version,
    definition,
    register,
    stagesOn(today, definition),
  ];
  const basis = sha256(JSON.stringify([digest ?? bytes, judgedBy, periods]));
  const settled = await ports.submissions.bureauState(period);
  const list = settled.list?.id;
  const found = { periods, basis, list };
  const compared = await settleComparison(upload, head, found, ports.submissions);
  const folder = revisionFolder(revisionKeyOf(upload));
  const { isPurged, ...held } = await heldAgainst(
    { ...upload.submission, register },
    compared,
    ports.submissions,
  );
  // An attempt from before the purge may have judged from those records.
  const actual = isPurged ? sha256(`${basis} purged`) : basis;
  return {
    bytes,
    sha256: digest,
    context: {
      period,
      submitter,
      fileName,
      periods,
      register,
      ...held,
      today,
      canPrint: ports.judge.canPrint,
    },
    fingerprint: sha256(JSON.stringify([...judgedBy, compared.lastYear, compared.list ?? null])),
    judge: ports.judge.version,
    isAfterClose: isAfterClose(settled, upload.eventTime),
    folder: actual === compared.basis ? folder : otherBasisFolder(folder, actual),
  };
}

/** What the staged rules weigh on a day: the same file may weigh more when it is sent again later. */
const stagesOn = (today: string, period: Period | null): readonly (readonly [string, Weight])[] =>
  [...FORMS.map(({ policy }) => policy), period?.policy ?? {}].flatMap((policy) =>
    Object.entries(policy).flatMap(([rule, entry]) =>
      typeof entry === 'string' ? [] : [[rule, weightOn(entry, today)] as const],
    ),
  );

/** The bytes as the judge takes them; opened where a hostile file can do no harm. */
export async function readEvidence(
  { bytes }: Pick<Evidence, 'bytes'>,
  upload: UploadEvent,
  ports: Pick<IntakePorts, 'reader'>,
): Promise<ReadResult> {
  if (bytes === 'gone') return { ok: false, refusal: { kind: 'gone' } };
  if (bytes === 'too-large') {
    const refusal = { kind: 'too-large', bytes: upload.size, limit: MAX_FILE_BYTES } as const;
    return { ok: false, refusal };
  }
  return ports.reader.read(bytes);
}

/**
 * The revisions that were current before this upload, for its own period and for the year before: a late
 * one is not held against newer ones. Every attempt compares with the same, whatever became current
 * meanwhile.
 */
async function settleComparison(
  upload: FiledUpload,
  head: Head | null,
  { periods, basis, list }: Found,
  store: Submissions,
): Promise<Comparison> {
  const current = head?.current ?? null;
  const isBefore = current !== null && current.order < orderOf(upload);
  const earlier = lastYearOf(upload.submission);
  const isKept = periods.some(({ id }) => id === earlier.period);
  const earlierHead = isKept ? await store.head(earlier) : null;
  return store.compareWith(revisionKeyOf(upload), {
    before: isBefore ? current.revision : null,
    lastYear: earlierHead === null ? null : (countedRevision(earlierHead)?.revision ?? null),
    ...(list === undefined ? {} : { list }),
    basis,
  });
}

/** What is settled once and for all for an upload, as its first attempt found it. */
interface Found {
  readonly periods: readonly Period[];
  readonly basis: string;
  readonly list: string | undefined;
}
