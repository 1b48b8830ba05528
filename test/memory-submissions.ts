import type { AuditEntry } from '../shared/audit/audit-entry.ts';
import type { Trail } from '../shared/audit/trail.ts';
import { countedRevision } from '../shared/counted.ts';
import type { Period } from '../shared/period.ts';
import { inEditionOrder, type Publication } from '../shared/publication.ts';
import type { ProjectRecord } from '../shared/records/record.ts';
import type {
  Heads,
  Periods,
  Publications,
  Reviews,
  Revisions,
  Submissions,
  Units,
  Uploads,
} from '../shared/store/submissions.ts';
import type {
  Answer,
  Comparison,
  Head,
  Recall,
  Revision,
  SummaryState,
} from '../shared/submission.ts';
import { subtree, type Unit } from '../shared/unit.ts';
import { orderOf, type RevisionKey, type SubmissionKey, type Upload } from '../shared/upload.ts';

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
  readonly units: Map<string, Unit>;
  /** Chain → its entries. */
  readonly trails: Map<string, AuditEntry[]>;
  /** `period/submitter/revision` → publication. */
  readonly publications: Map<string, Publication>;
}

export const nameOf = ({ period, submitter }: SubmissionKey): string => `${period}/${submitter}`;
export const rowsName = (key: RevisionKey): string => `${nameOf(key)}/${key.revision}`;

/** Values leave and enter the store as copies, as they do in a database. */
const copy = <T>(value: T): T => structuredClone(value);

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
});

/** The in-memory twin of `functions/dynamo/submissions.ts`; one contract suite holds for both. */
export const memorySubmissions = (tables: MemoryTables = emptyTables()): Submissions => ({
  ...uploadsIn(tables),
  ...revisionsIn(tables),
  ...headsIn(tables),
  ...reviewsIn(tables),
  ...trailsIn(tables),
  ...publicationsIn(tables),
  ...periodsIn(tables),
  ...unitsIn(tables),
});

const uploadsIn = ({ uploads }: MemoryTables): Uploads => ({
  async recordUpload(upload, since) {
    if (!uploads.has(upload.id)) uploads.set(upload.id, copy({ upload, since }));
    return copy(uploads.get(upload.id)!.upload);
  },
  async upload(id) {
    return copy(uploads.get(id)?.upload ?? null);
  },
  async recordedUploads(ids) {
    return new Set(ids.filter((id) => uploads.has(id)));
  },
  async uploadsOf(submission) {
    const wanted = submission === null ? null : nameOf(submission);
    return [...uploads.values()]
      .map(({ upload }) => copy(upload))
      .filter((upload) => (upload.submission && nameOf(upload.submission)) === wanted)
      .sort((a, b) => (orderOf(a) < orderOf(b) ? -1 : 1));
  },
  async keepContacts(id, contacts) {
    const stored = uploads.get(id);
    if (stored?.upload.status === 'received') stored.upload = copy({ ...stored.upload, contacts });
  },
  async finishUpload(id, revision, outcome) {
    const stored = uploads.get(id);
    if (stored === undefined) throw new Error(`upload ${id} is not recorded`);
    if (stored.upload.status === 'received') {
      stored.upload = copy({ ...stored.upload, revision, outcome, status: outcome.status });
    }
    return copy(stored.upload);
  },
  async unfinishedUploads(before) {
    return [...uploads.values()]
      .filter(({ upload, since }) => upload.status === 'received' && since < before)
      .sort((a, b) => (a.since < b.since ? -1 : 1))
      .map(({ upload }) => copy(upload));
  },
  async uploadAnnounced(id, at) {
    const stored = uploads.get(id);
    if (stored !== undefined) stored.since = at;
  },
});

const revisionsIn = ({ revisions, rows: allRows }: MemoryTables): Revisions => {
  const stored = (key: RevisionKey) => revisions.get(nameOf(key))?.[key.revision - 1];
  const setReport = (
    key: RevisionKey,
    change: (report: Revision['report']) => Partial<Revision['report']>,
  ): void => {
    const found = stored(key);
    if (found === undefined) return;
    const { report } = found.revision;
    found.revision = { ...found.revision, report: { ...report, ...change(report) } };
  };
  return {
    async reserveRevision(submission, uploadId) {
      const taken = revisions.get(nameOf(submission)) ?? [];
      const own = taken.find(({ revision }) => revision.uploadId === uploadId);
      if (own !== undefined) return own.revision.revision;
      const report = { state: 'none', file: null, sha256: null, asked: 0 } as const;
      const next = { ...submission, revision: taken.length + 1, uploadId };
      const revision: Revision = { ...next, verdict: null, report };
      revisions.set(nameOf(submission), [...taken, { revision, since: '' }]);
      return revision.revision;
    },
    async revision(key) {
      return copy(stored(key)?.revision ?? null);
    },
    async saveRecords(key, records) {
      const rows = allRows.get(rowsName(key)) ?? new Map<number, ProjectRecord>();
      for (const record of records) rows.set(record.number, copy(record));
      allRows.set(rowsName(key), rows);
    },
    async recordsOf(key, rows) {
      const found = allRows.get(rowsName(key));
      return Array.from({ length: rows }, (_, index) => {
        const record = found?.get(index + 1);
        if (record === undefined) throw new Error(`${rowsName(key)} lacks row ${index + 1}`);
        return copy(record);
      });
    },
    async compareWith(key, compared) {
      const found = stored(key);
      if (found === undefined) throw new Error(`${rowsName(key)} is not reserved`);
      found.comparedWith ??= copy(compared);
      return copy(found.comparedWith);
    },
    async keepAnswer(submission, answer) {
      const found = stored({ ...submission, revision: answer.revision });
      if (found === undefined) throw new Error(`${nameOf(submission)} lacks ${answer.revision}`);
      found.answer ??= copy(answer);
      return copy(found.answer);
    },
    async notesOf(submission) {
      return (revisions.get(nameOf(submission)) ?? [])
        .map(({ revision: { revision }, answer = null, recalled = null }) =>
          copy({ revision, answer, recalled }),
        )
        .filter(({ answer, recalled }) => answer !== null || recalled !== null);
    },
    async decide(key, verdict, since) {
      const found = stored(key);
      if (found === undefined) throw new Error(`${rowsName(key)} is not reserved`);
      const standing = found.revision.verdict;
      if (standing !== null) return copy(standing);
      found.revision = copy({ ...found.revision, verdict });
      if (verdict.accepted !== null) {
        found.since = since;
        setReport(key, () => ({ state: 'pending' }));
      }
      return copy(verdict);
    },
    async reportReady(key, printed) {
      setReport(key, ({ state, ...report }) =>
        state === 'none' ? report : { state: 'ready', ...printed },
      );
    },
    async reportStuck(key) {
      setReport(key, ({ state }) => ({ state: state === 'pending' ? 'stuck' : state }));
    },
    async overdueReports(before) {
      return [...revisions.values()]
        .flat()
        .filter(({ revision, since }) => revision.report.state === 'pending' && since < before)
        .sort((a, b) => (a.since < b.since ? -1 : 1))
        .map(({ revision }) => copy(revision));
    },
    async reportAskedAgain(key, at) {
      const found = stored(key);
      if (found === undefined || found.revision.report.state !== 'pending') return;
      found.since = at;
      setReport(key, ({ asked }) => ({ asked: asked + 1 }));
    },
  };
};

/** Few, so that tests turn pages. */
const HEADS_A_PAGE = 2;

const headsIn = ({ heads, revisions, barred }: MemoryTables): Heads => {
  const isBarred = (submission: SubmissionKey, { uploadId }: { uploadId: string }): boolean =>
    barred.get(nameOf(submission))?.has(uploadId) === true;
  const standing = (submission: SubmissionKey): Head =>
    heads.get(nameOf(submission)) ?? {
      period: submission.period,
      submitter: submission.submitter,
      latest: null,
      current: null,
    };
  return {
    async head(submission) {
      return copy(heads.get(nameOf(submission)) ?? null);
    },
    async headsOf(period) {
      return [...heads.values()]
        .filter((head) => head.period === period)
        .sort((a, b) => (a.submitter < b.submitter ? -1 : 1))
        .map(copy);
    },
    async pageOfHeads(period, after) {
      const later = [...heads.values()]
        .filter(({ period: own, submitter }) => own === period && submitter > (after ?? ''))
        .sort((a, b) => (a.submitter < b.submitter ? -1 : 1));
      const page = later.slice(0, HEADS_A_PAGE);
      const next = later.length > page.length ? (page.at(-1)?.submitter ?? null) : null;
      return { heads: page.map(copy), next };
    },
    async moveLatest(submission, latest) {
      const head = standing(submission);
      if (head.latest !== null && head.latest.order > latest.order) return;
      if (isBarred(submission, latest)) return;
      heads.set(nameOf(submission), copy({ ...head, latest }));
    },
    async moveCurrent(submission, current) {
      const head = standing(submission);
      const { order, uploadId } = head.current ?? {};
      if (order === current.order && uploadId === current.uploadId) return 'already';
      if (head.current !== null && head.current.order > current.order) return 'overtaken';
      if (isBarred(submission, current)) return 'overtaken';
      heads.set(nameOf(submission), copy({ ...head, current }));
      return 'moved';
    },
    async confirmCurrent(submission, uploadId, order) {
      const head = standing(submission);
      if (head.current?.uploadId !== uploadId || countedRevision(head) === null) return false;
      if (head.current.order < order) {
        heads.set(nameOf(submission), { ...head, current: { ...head.current, order } });
      }
      return true;
    },
    async moveAnswer(submission, answer) {
      const head = standing(submission);
      if (head.answer !== undefined && head.answer.order >= answer.order) return;
      heads.set(nameOf(submission), copy({ ...head, answer }));
    },
    async recall(submission, revision, recalled) {
      const head = heads.get(nameOf(submission));
      const { current = null, answer = null } = head ?? {};
      const part = [current, answer].find((each) => each?.revision === revision) ?? null;
      if (head === undefined || part === null) return null;
      const stands = part.recalled ?? recalled;
      const change =
        'id' in part
          ? { answer: { ...part, recalled: stands } }
          : { current: { ...part, recalled: stands } };
      heads.set(nameOf(submission), copy({ ...head, ...change }));
      const noted = revisions.get(nameOf(submission))?.[revision - 1];
      if (noted !== undefined) noted.recalled ??= stands;
      return copy({ id: 'id' in part ? part.id : part.uploadId, recalled: stands });
    },
  };
};

const reviewsIn = ({ heads, revisions }: MemoryTables): Reviews => ({
  async saveReview(submission, review) {
    const head = heads.get(nameOf(submission));
    if (head === undefined || (head.review?.version ?? 0) !== review.version - 1) return false;
    heads.set(nameOf(submission), copy({ ...head, review }));
    return true;
  },
  async actFinished(submission, version) {
    const head = heads.get(nameOf(submission));
    if (head?.review?.version !== version) return;
    heads.set(nameOf(submission), { ...head, review: { ...head.review, underWay: null } });
  },
  async unfinishedActs(before) {
    const since = ({ review }: Head): string => review?.underWay?.draft.at ?? before;
    const waiting = [...heads.values()].filter((head) => since(head) < before);
    return copy(waiting.sort((a, b) => (since(a) < since(b) ? -1 : 1)));
  },
  async acceptArguable(key, since) {
    const found = revisions.get(nameOf(key))?.[key.revision - 1];
    const { verdict } = found?.revision ?? {};
    if (found === undefined || verdict?.arguable === undefined) {
      throw new Error(`nothing to argue in ${rowsName(key)}`);
    }
    const accepted = verdict.arguable;
    if (found.revision.report.state === 'none') {
      found.since = since;
      const report = { ...found.revision.report, state: 'pending' } as const;
      found.revision = copy({ ...found.revision, verdict: { ...verdict, accepted }, report });
    }
    return copy(accepted);
  },
});

/** Few, so that tests turn pages. */
const ENTRIES_A_PAGE = 2;

const trailsIn = ({ trails }: MemoryTables): Trail => ({
  async lastEntry(chain) {
    return copy(trails.get(chain)?.at(-1) ?? null);
  },
  async entriesAfter(chain, after) {
    return copy(trails.get(chain)?.slice(after, after + ENTRIES_A_PAGE) ?? []);
  },
  async appendEntry(entry) {
    const entries = trails.get(entry.chain) ?? [];
    if (entries.length >= entry.number) return false;
    trails.set(entry.chain, [...entries, copy(entry)]);
    return true;
  },
});

const publicationsIn = ({ publications }: MemoryTables): Publications => ({
  async putPublication(publication) {
    publications.set(rowsName(publication), copy(publication));
  },
  async publicationsOf(submission) {
    const own = [...publications.values()].filter((each) => nameOf(each) === nameOf(submission));
    return copy(own.sort((a, b) => a.revision - b.revision));
  },
  async publications() {
    return copy([...publications.values()].sort(inEditionOrder));
  },
});

const periodsIn = ({ periods }: MemoryTables): Periods => {
  const change = (period: string, counters: Partial<SummaryState>): void => {
    const stored = periods.get(period);
    if (stored !== undefined) stored.state = { ...stored.state, ...counters };
  };
  return {
    async putPeriods(definitions) {
      for (const definition of definitions) {
        const { id: period } = definition;
        const stored = periods.get(period) ?? {
          definition,
          state: { period, generation: 0, summary: 0, summaryFile: 0 },
          raisedFor: '',
        };
        periods.set(period, copy({ ...stored, definition }));
      }
    },
    async periods() {
      return [...periods.values()]
        .map(({ definition }) => copy(definition))
        .sort((a, b) => (a.id < b.id ? -1 : 1));
    },
    async summaryState(period) {
      return copy(periods.get(period)?.state ?? null);
    },
    async raiseGeneration(period, uploadId) {
      const stored = periods.get(period);
      if (stored === undefined || stored.raisedFor === uploadId) return;
      stored.raisedFor = uploadId;
      change(period, { generation: stored.state.generation + 1 });
    },
    async raiseSummary(period, generation) {
      const stored = periods.get(period);
      if (stored === undefined) throw new Error(`period ${period} is not stored`);
      change(period, { summary: Math.max(stored.state.summary, generation) });
      return stored.state.summary;
    },
    async noteSummaryFile(period, generation) {
      change(period, { summaryFile: generation });
    },
  };
};

const unitsIn = ({ units }: MemoryTables): Units => ({
  async putUnits(register) {
    for (const unit of register) units.set(unit.code, copy(unit));
  },
  async dueUnits() {
    const top = [...units.values()].filter(({ parent }) => parent === null);
    return copy(top.sort((a, b) => (a.code < b.code ? -1 : 1)));
  },
  async registerFor(submitter) {
    if (units.size === 0) return null;
    return copy(subtree([...units.values()], submitter));
  },
});
