import type { AuditEntry } from '../../shared/audit/audit-entry.ts';
import type { BureauState, Duty } from '../../shared/bureau-state.ts';
import type { Period } from '../../shared/period.ts';
import type { Publication } from '../../shared/publication.ts';
import type { ListedProject } from '../../shared/records/project-list.ts';
import type { ProjectRecord } from '../../shared/records/record.ts';
import type { RegisterEntry } from '../../shared/register/register-entry.ts';
import type {
  Answer,
  Comparison,
  Head,
  Recall,
  Revision,
  SummaryState,
} from '../../shared/submission.ts';
import type { RevisionKey, SubmissionKey, Upload } from '../../shared/upload.ts';

export interface StoredRevision {
  revision: Revision;
  since: string;
  comparedWith?: Comparison;
  answer?: Answer;
  recalled?: Recall;
}

/** Everything the store holds; tests may look inside. */
export interface MemoryTables {
  /** Upload id → upload and the time it has been pending since. */
  readonly uploads: Map<string, { upload: Upload; since: string }>;
  /** `period/submitter` → revisions 1…n. */
  readonly revisions: Map<string, StoredRevision[]>;
  /** `period/submitter/revision` → row number → row. */
  readonly rows: Map<string, Map<number, ProjectRecord>>;
  readonly heads: Map<string, Head>;
  /** `period/submitter` → ids of uploads that its head must not name. */
  readonly barred: Map<string, Set<string>>;
  readonly periods: Map<string, { definition: Period; state: SummaryState; raisedFor: string }>;
  readonly units: Map<string, RegisterEntry>;
  /** Chain → its entries. */
  readonly trails: Map<string, AuditEntry[]>;
  /** `period/submitter/revision` → publication. */
  readonly publications: Map<string, Publication>;
  /** Chain → what finance settled in it. */
  readonly bureaus: Map<string, BureauState>;
  /** `period/submitter` → what was settled of it. */
  readonly duties: Map<string, Duty>;
  /** `period/import` → part → projects. */
  readonly lists: Map<string, Map<number, readonly ListedProject[]>>;
  /** `period/submitter` → keys of the public bucket. */
  readonly publicFiles: Map<string, Set<string>>;
}

export const nameOf = ({ period, submitter }: SubmissionKey): string => `${period}/${submitter}`;
export const rowsName = (key: RevisionKey): string => `${nameOf(key)}/${key.revision}`;

/** Values leave and enter the store as copies, as they do in a database. */
export const copy = <T>(value: T): T => structuredClone(value);

export const emptyTables = (): MemoryTables => ({
  uploads: new Map(),
  revisions: new Map(),
  rows: new Map(),
  heads: new Map(),
  barred: new Map(),
  periods: new Map(),
  units: new Map(),
  trails: new Map(),
  publications: new Map(),
  bureaus: new Map(),
  duties: new Map(),
  lists: new Map(),
  publicFiles: new Map(),
});
