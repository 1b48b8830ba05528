import { comparableName } from '../unit.ts';
import type { SummaryInput, SummarySubmission } from './summary-input.ts';

/*
 * Who has reported and who has not (报送进度).
 */

/** How a submitter stands, the most urgent first. */
const STANDINGS = ['missing', 'returned', 'failed', 'accepted'] as const;

/** How a submitter stands. `accepted` stays so whatever is sent after it and returned. */
export type Standing = (typeof STANDINGS)[number];

/** What standings are called; formulas count these words. */
export const STANDING_NAMES: Readonly<Record<Standing, string>> = {
  missing: '未报送',
  returned: '退回待重报',
  failed: '系统故障',
  accepted: '已接收',
};

/** A submitter of the register or of a submission. */
export interface StandingLine {
  readonly code: string | null;
  readonly name: string;
  /** True for one that the register says owes a return; null without a register. */
  readonly isDue: boolean | null;
  readonly standing: Standing;
  /** Null for one that sent nothing. */
  readonly submission: SummarySubmission | null;
}

/**
 * Every submitter that owes a return or sent one, the most urgent first, else in the order of the
 * register; those it does not have come last of their kind.
 */
export function standingLines({ due, submissions }: SummaryInput): readonly StandingLine[] {
  const byCode = new Map(submissions.map((found) => [found.submitter.code, found]));
  const byName = new Map(
    submissions.map((found) => [comparableName(found.submitter.name), found] as const),
  );
  const taken = new Set<SummarySubmission>();
  const registered = due.map(({ code, name }): StandingLine => {
    const named = byName.get(comparableName(name));
    // A file that gives no code is known by its name alone.
    const submission =
      byCode.get(code) ?? (named?.submitter.code === null ? named : undefined) ?? null;
    if (submission !== null) taken.add(submission);
    return { code, name, isDue: true, standing: standingOf(submission), submission };
  });
  const others = submissions
    .filter((submission) => !taken.has(submission))
    .map(
      (submission): StandingLine => ({
        ...submission.submitter,
        isDue: due.length === 0 ? null : false,
        standing: standingOf(submission),
        submission,
      }),
    );
  const all = [...registered, ...others];
  return STANDINGS.flatMap((standing) => all.filter((line) => line.standing === standing));
}

function standingOf(submission: SummarySubmission | null): Standing {
  if (submission === null) return 'missing';
  // That there are no projects, or none for the public, is a return, too.
  if (submission.current !== null || submission.answer !== undefined) return 'accepted';
  const status = submission.latest?.status;
  return status === 'returned' || status === 'failed' ? status : 'missing';
}

/** How many submitters stand how, those the register has apart from the others. */
export function countStandings(input: SummaryInput): {
  readonly due: Readonly<Record<Standing, number>>;
  readonly others: number;
} {
  const lines = standingLines(input);
  const counted = lines.filter(({ isDue }) => isDue !== false);
  return {
    due: Object.fromEntries(
      STANDINGS.map((standing) => [
        standing,
        counted.filter((line) => line.standing === standing).length,
      ]),
    ) as Record<Standing, number>,
    others: lines.length - counted.length,
  };
}
