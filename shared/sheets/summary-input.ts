import type { FormDefinition } from '../../templates/form.ts';
import type { CountedPart, DoubleReport } from '../count-once.ts';
import type { FirstTimes } from '../lateness.ts';
import type { Text } from '../locale.ts';
import type { Period } from '../period.ts';
import type { ProjectRecord } from '../records/record.ts';
import type { Totals, UnitTotals } from '../records/totals.ts';
import type { ReviewState } from '../review-state.ts';
import type { FindingAddress, FindingCounts } from '../rules/finding.ts';
import type { Severity } from '../severity.ts';
import type { Answer } from '../submission.ts';
import type { Band, Share, SubmissionFigures } from '../submission-figures.ts';
import type { UploadOutputs, UploadStatus } from '../upload.ts';

/*
 * What the summary of a period is made from. `SummaryInput` comes from heads alone and is held as a
 * whole; rows come one submission at a time (`SummarySource.details`) and nobody holds them all.
 */

/** A submitter that owes a return for the period (应报). */
export interface DueSubmitter {
  readonly code: string;
  readonly name: string;
  /** Code of the unit above, null at the top. */
  readonly parent: string | null;
}

/** The accepted revision that a submission's figures come from. */
export interface SummaryRevision {
  readonly form: FormDefinition;
  /** Null where there are no revisions, as on the command line. */
  readonly revision: number | null;
  /** The upload's event time, ISO 8601; null where there is none. */
  readonly receivedAt: string | null;
  readonly fileName: string | null;
  /** The object version it was read from; null where there is none or it is not known any more. */
  readonly source: { readonly key: string; readonly versionId: string } | null;
  /** Of the file, hex. */
  readonly sha256: string | null;
  /** Keys in the outputs bucket; what is not there was not written, or lies nowhere. */
  readonly outputs: UploadOutputs & { readonly report?: string };
  /** Number of rows that count in it: as many as its detail will have. */
  readonly rows: number;
  /** Of these rows, by implementing unit and funding source, in the order in which they first appear. */
  readonly units: readonly UnitTotals[];
  readonly figures: SubmissionFigures;
  /** Where some of its rows count in another table (重复填报); left out where all count in it. */
  readonly setAside?: SetAside;
  /** Of the table as it was filed, as all that is said of findings. */
  readonly counts: FindingCounts;
  /** Rule id → number of findings. */
  readonly countsByRule: Readonly<Record<string, number>>;
  /**
   * Key in the outputs bucket of the workbook that holds its rows; null where the summary holds them
   * itself.
   */
  readonly detailsFile: string | null;
}

/** Rows of a table that count in another one. */
export interface SetAside {
  /** Numbers of its records. */
  readonly numbers: ReadonlySet<number>;
  /** What the whole table comes to, as it was filed. */
  readonly filed: Pick<SummaryRevision, 'rows' | 'units' | 'figures'>;
}

/** The newest upload of a submission, whatever became of it. */
export interface SummaryLatest {
  readonly status: Exclude<UploadStatus, 'received' | 'purged'>;
  readonly revision: number | null;
  /** The upload's event time, ISO 8601. */
  readonly receivedAt: string | null;
  readonly outputs: UploadOutputs;
}

/** A submission as the summary takes it in. */
export interface SummarySubmission {
  readonly submitter: { readonly code: string | null; readonly name: string };
  readonly latest: SummaryLatest | null;
  /** Null where nothing that counts was accepted yet. */
  readonly current: SummaryRevision | null;
  /** What its unit said in place of a table, where that counts. */
  readonly answer?: Pick<Answer, 'kind' | 'revision' | 'reason' | 'at'>;
  /** When it first arrived and was first accepted; absent where there are no dates. */
  readonly first?: FirstTimes;
  /** What was accepted after the period was closed (期后报送) and waits for finance. */
  readonly late?: { readonly revision: number; readonly receivedAt: string };
  /** The revision that stood last, where its unit took it back. */
  readonly recalled?: number;
  /** What people decided of it; absent where nobody did. */
  readonly review?: SummaryReview;
}

/** The review of the revision that is counted. */
export interface SummaryReview {
  readonly state: ReviewState;
  readonly stateName: Text;
  /** Its figures are those that finance approved. */
  readonly isApproved: boolean;
  /** A newer revision waits to be taken up (待审更正). */
  readonly hasWaiting: boolean;
}

/** A submission with rows. */
export interface AcceptedSubmission extends SummarySubmission {
  readonly current: SummaryRevision;
}

/** What a period, or a part of it, comes to: sums of its heads. */
export interface PeriodFigures {
  /** How many submissions with rows are in it. */
  readonly submissions: number;
  readonly totals: Totals;
  readonly bands: Readonly<Record<Band, Share>>;
}

/** What the period before came to. */
export interface LastYear extends PeriodFigures {
  readonly period: string;
}

/** The listed projects of a department and all below it. */
export interface ListedDepartment {
  /** Its code. */
  readonly department: string;
  readonly name: string;
  /** Codes of its units that the list names. */
  readonly units: readonly string[];
  readonly share: Share;
}

/** When a period was closed (ISO 8601), and the units with a later last day of their own (延期). */
export interface SummarySettled {
  readonly closedAt: string | null;
  /** Unit code → day. */
  readonly extendedTo: Readonly<Record<string, string>>;
}

/** A period, from heads alone. */
export interface SummaryInput {
  readonly period: Pick<
    Period,
    'id' | 'budgetBasis' | 'owedBy' | 'dueOn' | 'graceDays' | 'holidays' | 'makeUpDays'
  >;
  /** What finance settled of the period; absent on the command line. */
  readonly settled?: SummarySettled;
  /** What the period's list of projects holds, by department; absent where it has none. */
  readonly listed?: readonly ListedDepartment[];
  /** Counts up with every change of the period; null where nothing counts, as on the command line. */
  readonly generation: number | null;
  /** Newest event time among what is current, ISO 8601; null when no upload carries a time. */
  readonly cutOff: string | null;
  /** Who owes a return, in the order of the register; empty where there is no register. */
  readonly due: readonly DueSubmitter[];
  /** By submitter code; on the command line in the order given. */
  readonly submissions: readonly SummarySubmission[];
  readonly lastYear: LastYear | null;
  /** Projects that stand in two tables, and count in one; left out where there are none. */
  readonly doubles?: readonly DoubleReport[];
  /**
   * True for a period with so many rows that each submission's lie in a workbook of its own: see
   * `SummaryRevision.detailsFile`. Then there are no details.
   */
  readonly rowsApart: boolean;
  /** Goes before the key of an output to make its address. See `addressOf`. */
  readonly outputsAddress: string;
}

/** A finding as findings.json has it. */
export interface SummaryFinding {
  readonly rule: string;
  readonly severity: Severity;
  readonly gate?: true;
  readonly at: FindingAddress;
  readonly message: Text;
  readonly suggestion?: string;
}

/** The rows of one submission, but for those that count in another. */
export interface SummaryDetail {
  readonly submission: AcceptedSubmission;
  readonly records: readonly ProjectRecord[];
  /** Its findings in full; null where they stand in its findings.json only. */
  readonly findings: readonly SummaryFinding[] | null;
}

/** Everything a summary is made from. */
export interface SummarySource {
  readonly input: SummaryInput;
  /** Rows of the accepted submissions in the order of `input`, read while they are asked for. */
  readonly details: () => AsyncIterable<SummaryDetail>;
}

/** Most findings that are told in full; the others are counted, and told in their findings.json. */
const MOST_FINDINGS = 50_000;

/** True for a submission with rows. */
export const isAccepted = (submission: SummarySubmission): submission is AcceptedSubmission =>
  submission.current !== null;

/** A revision of which only a part counts. */
export function countedRevisionOf(current: SummaryRevision, part: CountedPart): SummaryRevision {
  const { rows, units, figures } = current;
  const { setAside: numbers, ...counted } = part;
  return {
    ...current,
    ...counted,
    rows: rows - numbers.size,
    setAside: { numbers, filed: { rows, units, figures } },
  };
}

/** The submissions with rows, in their order. */
export const acceptedOf = ({ submissions }: SummaryInput): readonly AcceptedSubmission[] =>
  submissions.filter(isAccepted);

/**
 * Where an output lies for whoever reads the workbook; an address for HYPERLINK(). Chinese characters
 * stay as they are: Excel does not find a file beside the workbook by their percent signs.
 */
export const addressOf = ({ outputsAddress }: SummaryInput, key: string): string =>
  outputsAddress + key.replace(/[%#?\s]/g, encodeURIComponent);

/** A revision as it was filed, with the rows that count in another table. */
export function filedRevision({ setAside, ...counted }: SummaryRevision): SummaryRevision {
  return setAside === undefined ? counted : { ...counted, ...setAside.filed };
}

/** How many findings a revision has, of all rules. */
export const findingsOf = ({ countsByRule }: SummaryRevision): number =>
  Object.values(countsByRule).reduce((sum, count) => sum + count, 0);

/** Whose findings are told in full: from the first on, as long as there is room for all of one more. */
export function toldInFull(
  submissions: readonly AcceptedSubmission[],
): ReadonlySet<AcceptedSubmission> {
  const told = new Set<AcceptedSubmission>();
  let room = MOST_FINDINGS;
  for (const submission of submissions) {
    room -= findingsOf(submission.current);
    if (room < 0) break;
    told.add(submission);
  }
  return told;
}

/** True for a period in which people decided of anything: then totals are stated of what is approved, too. */
export const isReviewed = ({ submissions }: SummaryInput): boolean =>
  submissions.some(({ review }) => review !== undefined);
