import { knownForm } from '../../templates/forms.ts';
import { countedAnswer, countedRevision, lateRevision, recalledRevision } from '../counted.ts';
import { firstTimes } from '../first-times.ts';
import { reportKey, revisionFolder } from '../outputs.ts';
import { type Period, yearBefore } from '../period.ts';
import { reviewStateName } from '../review-state.ts';
import type {
  DueSubmitter,
  LastYear,
  SummaryInput,
  SummaryLatest,
  SummaryRevision,
  SummarySubmission,
} from '../sheets/summary-input.ts';
import type { Submissions } from '../store/submissions.ts';
import type { CurrentRevision, Head, LatestUpload } from '../submission.ts';
import { revisionReview } from '../submission-review.ts';
import type { Register, Unit } from '../unit.ts';
import { timeInOrder } from '../upload.ts';
import { countSummaryOnce } from './count-summary-once.ts';
import { listedDepartments } from './listed-departments.ts';
import { type MostUnspent, mostUnspent } from './most-unspent.ts';
import { outputsAddress } from './output-addresses.ts';
import { figuresOfRows } from './rows-say.ts';
import { standingRevision } from './standing-revision.ts';
import { type StandingTable, standingTable, tablesCountedOnce } from './standing-table.ts';
import { tableSums } from './table-sums.ts';

/**
 * What the summary of a period is made from, as its heads are now; what is reported twice counts once.
 * Beyond `mostRows` rows lie apart. Its links are relative, for whoever writes it beside the outputs.
 */
export async function loadSummary(
  period: Period,
  generation: number,
  mostRows: number,
  store: Submissions,
): Promise<SummaryInput> {
  const top = await store.dueUnits();
  const due = await dueIn(period, top, store);
  const names = new Map([...top, ...due].map(({ code, name }) => [code, name]));
  const filed: SummarySubmission[] = [];
  const most = mostUnspent();
  for await (const head of headsOf(period.id, store)) {
    filed.push(await submissionOf(head, names, most, store));
  }
  const { submissions, ...twice } = await countSummaryOnce(period.id, filed, most, store);
  const current = submissions.flatMap((submission) => submission.current ?? []);
  return {
    period,
    generation,
    cutOff:
      current
        .flatMap(({ receivedAt }) => receivedAt ?? [])
        .sort()
        .at(-1) ?? null,
    ...(await settledIn(period.id, store)),
    due: due.map(({ code, name, parent }): DueSubmitter => ({ code, name, parent })),
    submissions,
    ...twice,
    lastYear: await loadLastYear(yearBefore(period.id), store),
    rowsApart: current.reduce((sum, { rows }) => sum + rows, 0) > mostRows,
    outputsAddress: outputsAddress(null, 2),
  };
}

/**
 * The units that owe a return of the period: those it lists, else all at the top of the register. A
 * listed code that the register has not is due under its code.
 */
async function dueIn(
  { owedBy }: Period,
  top: Register,
  store: Pick<Submissions, 'registerFor'>,
): Promise<Register> {
  if (owedBy === undefined) return top;
  const byCode = new Map(top.map((unit) => [unit.code, unit]));
  const due: Unit[] = [];
  for (const code of [...new Set(owedBy)].sort()) {
    due.push(byCode.get(code) ?? (await unitBelow(code, store)));
  }
  return due;
}

async function unitBelow(code: string, store: Pick<Submissions, 'registerFor'>): Promise<Unit> {
  const known = (await store.registerFor(code))?.find((unit) => unit.code === code);
  return known ?? { code, name: code, aliases: [], parent: null };
}

async function settledIn(
  period: string,
  store: Pick<Submissions, 'bureauState' | 'dutiesOf' | 'listedOf' | 'registerFor'>,
): Promise<Pick<SummaryInput, 'settled' | 'listed'>> {
  const { closed, list } = await store.bureauState(period);
  const duties = await store.dutiesOf(period);
  const extended = duties.flatMap(({ unit, extension }) =>
    extension === null ? [] : [[unit, extension.dueOn] as const],
  );
  const settled = { closedAt: closed?.at ?? null, extendedTo: Object.fromEntries(extended) };
  if (list === null) return { settled };
  const projects = await store.listedOf(period, list.id, null);
  return { settled, listed: await listedDepartments(projects, store) };
}

/** The heads of a period by submitter code, read page by page. */
async function* headsOf(
  period: string,
  store: Pick<Submissions, 'pageOfHeads'>,
): AsyncGenerator<Head> {
  let after: string | null = null;
  do {
    const page: Awaited<ReturnType<Submissions['pageOfHeads']>> = await store.pageOfHeads(
      period,
      after,
    );
    yield* page.heads;
    after = page.next;
  } while (after !== null);
}

async function submissionOf(
  head: Head,
  names: ReadonlyMap<string, string>,
  most: MostUnspent,
  store: Submissions,
): Promise<SummarySubmission> {
  const { submitter: code, latest } = head;
  const name = head.current?.table.submitterName ?? names.get(code) ?? code;
  const current = await standingRevision(head, store);
  return {
    submitter: { code, name },
    latest: latest === null ? null : latestOf(latest),
    current: current === null ? null : await revisionOf(head, current, most, store),
    ...(current === null ? saidOf(head) : {}),
    first: firstTimes(head),
    ...lateOf(head),
    ...reviewOf(head, current),
  };
}

function lateOf(head: Head): Pick<SummarySubmission, 'late'> {
  const late = lateRevision(head);
  return late === null ? {} : { late: { revision: late.revision, receivedAt: late.receivedAt } };
}

/** What people decided of the revision that is counted; nothing before anybody did. */
function reviewOf(head: Head, counted: CurrentRevision | null): Pick<SummarySubmission, 'review'> {
  const { review } = head;
  const newest = countedRevision(head);
  const shown = counted ?? head.current;
  if (review === undefined || shown === null) return {};
  const own = revisionReview(review, shown.revision);
  return {
    review: {
      state: own.state,
      stateName: reviewStateName(own),
      isApproved: review.approved === shown.revision,
      hasWaiting: newest !== null && newest.revision !== shown.revision,
    },
  };
}

/** What the unit said beside its tables: an answer that counts, or that it took the last one back. */
function saidOf(head: Head): Pick<SummarySubmission, 'answer' | 'recalled'> {
  const answer = countedAnswer(head);
  if (answer !== null) {
    const { kind, revision, reason, at } = answer;
    return { answer: { kind, revision, reason, at } };
  }
  const recalled = recalledRevision(head);
  return recalled === null ? {} : { recalled };
}

const latestOf = ({ status, revision, order, outputs }: LatestUpload): SummaryLatest => ({
  status,
  revision,
  receivedAt: timeInOrder(order),
  outputs,
});

async function revisionOf(
  { period, submitter }: Head,
  current: CurrentRevision,
  most: MostUnspent,
  store: Submissions,
): Promise<SummaryRevision> {
  const { revision, table, receivedAt, fileName, key, versionId, sha256, units } = current;
  const place = { period, submitter, revision };
  const figures = current.figures ?? (await figuresOfRows(place, current, store));
  return {
    form: knownForm(table.form),
    revision,
    receivedAt,
    fileName,
    source: key === '' ? null : { key, versionId },
    sha256,
    outputs: { ...current.outputs, report: reportKey(revisionFolder(place)) },
    rows: table.rows,
    units,
    figures: { ...figures, unspent: most.keep(submitter, figures.unspent) },
    counts: current.counts,
    countsByRule: current.countsByRule,
    detailsFile: null,
  };
}

async function loadLastYear(period: string, store: Submissions): Promise<LastYear | null> {
  // Of very many heads only what sums are made from.
  const tables: Omit<StandingTable, 'current'>[] = [];
  for await (const head of headsOf(period, store)) {
    const table = await standingTable(head, store);
    if (table === null) continue;
    const { current: _, figures, ...rest } = table;
    tables.push({ ...rest, figures: { ...figures, unspent: [] } });
  }
  if (tables.length === 0) return null;
  const { totals, bands } = tableSums((await tablesCountedOnce(tables, store)).tables);
  return { period, submissions: tables.length, totals, bands };
}
