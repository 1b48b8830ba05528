import { stagesCome } from './impact.ts';
import { type ImpactPorts, impactOnHead, type TableImpact } from './impact-on-head.ts';
import type { Period } from './period.ts';
import type { Clock } from './ports.ts';
import type { Submissions } from './store/submissions.ts';
import type { Head } from './submission.ts';

/** A policy and thresholds that somebody wants tried on what was filed in a period. */
export interface ImpactRequest {
  readonly period: string;
  /** In place of all that the period says of them now; left out for nothing. */
  readonly change: Pick<Period, 'policy' | 'thresholds'>;
  /** Submitter to go on after; null for the first page. */
  readonly after: string | null;
}

/** Some submissions of a period, by submitter. */
export interface ImpactPage {
  readonly tables: readonly TableImpact[];
  /** Submissions that this page tells of. */
  readonly submissions: number;
  /** All of the period's submissions; told on the first page alone. */
  readonly total: number | null;
  /** To be named for the page that follows; null when this is the last one. */
  readonly next: string | null;
}

type PagePorts = ImpactPorts & {
  readonly submissions: Pick<Submissions, 'periods' | 'headsOf' | 'pageOfHeads'>;
  readonly clock: Pick<Clock, 'now'>;
};

/**
 * No submission is begun after so many milliseconds. A table takes some 0.2 s; one that is as large as can
 * be, five: with three of these in a submission a page ends within 20 s.
 */
const LONGEST = 5_000;

/** Submissions on one page, however quick they are. */
const MOST = 100;

/**
 * Judges anew what was filed in a period, from the kept files, by the policy that holds and by the one that
 * is tried, whose stages have come. All else is as when it was received, but for the register and the
 * version of the rules. Changes nothing and keeps nothing.
 */
export async function impactOnFiled(request: ImpactRequest, ports: PagePorts): Promise<ImpactPage> {
  const { period, after } = request;
  const until = ports.clock.now().getTime() + LONGEST;
  const total = after === null ? (await ports.submissions.headsOf(period)).length : null;
  const periods = await ports.submissions.periods();
  const trial = { periods, tried: periods.map((each) => changed(each, request)) };
  const tables: TableImpact[] = [];
  let submissions = 0;
  for await (const head of headsAfter(period, after, ports.submissions)) {
    tables.push(...(await impactOnHead(head, trial, ports)));
    submissions += 1;
    if (submissions >= MOST || ports.clock.now().getTime() >= until) {
      return { tables, submissions, total, next: head.submitter };
    }
  }
  return { tables, submissions, total, next: null };
}

function changed(period: Period, { period: id, change }: ImpactRequest): Period {
  if (period.id !== id) return period;
  const { policy: _, thresholds: __, ...rest } = period;
  return {
    ...rest,
    policy: stagesCome(change.policy ?? {}),
    thresholds: change.thresholds ?? {},
  };
}

async function* headsAfter(
  period: string,
  after: string | null,
  store: Pick<Submissions, 'pageOfHeads'>,
): AsyncGenerator<Head> {
  for (let from = after; ; ) {
    const { heads, next } = await store.pageOfHeads(period, from);
    yield* heads;
    if (next === null) return;
    from = next;
  }
}
