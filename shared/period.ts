import type { FormDefinition } from '../templates/form.ts';
import type { ReviewPolicy } from './review-policy.ts';
import type { Policy } from './severity.ts';
import type { Thresholds } from './thresholds.ts';

/** What the amounts of 项目年度预算金额 are: as first approved, as adjusted, or not said. */
export type BudgetBasis = '年初' | '调整后' | '未注明';

/** A fiscal year reported on (年度): the forms it accepts and what it sets apart from them. */
export interface Period {
  /** The year, four digits. */
  readonly id: string;
  /** Ids of the accepted forms; the header of a sheet decides among them. */
  readonly forms: readonly string[];
  readonly budgetBasis: BudgetBasis;
  /** The first day on which returns are expected (`YYYY-MM-DD`). */
  readonly opensOn?: string;
  /** The last day of sending, which ends at 24:00 北京时间 (`YYYY-MM-DD`). */
  readonly dueOn?: string;
  /**
   * Working days after the due day within which a return that was first sent in time must be accepted;
   * left out: `USUAL_GRACE`.
   */
  readonly graceDays?: number;
  /** Public holidays (`YYYY-MM-DD`): nobody can compute them, so they are listed. Weekends need not be. */
  readonly holidays?: readonly string[];
  /** Days of a weekend on which people work (调休上班). */
  readonly makeUpDays?: readonly string[];
  /** Codes of the units that owe a return; left out: every unit at the top of the register. */
  readonly owedBy?: readonly string[];
  /** Overrides the form's title; `{year}` and `{name}` stand for period and submitter. */
  readonly title?: string;
  /** Overrides the form's attachment mark. */
  readonly attachment?: string | null;
  /** Overrides the form's policy rule by rule. */
  readonly policy?: Policy;
  /** Overrides the form's thresholds one by one. */
  readonly thresholds?: Partial<Thresholds>;
  /** Overrides the usual way of review. */
  readonly review?: Partial<ReviewPolicy>;
}

/** The mark above a table (附件2) as its period has it, else its form; null for none. */
export const attachmentIn = (
  period: Pick<Period, 'attachment'> | null,
  form: Pick<FormDefinition, 'attachment'>,
): string | null => (period?.attachment === undefined ? form.attachment : period.attachment);

const YEAR = /^20\d{2}$/;

/** True for a year from 2000 to 2099; whether such a period is open is not asked. */
export const isPeriodId = (text: string): boolean => YEAR.test(text);

/** The year after a period's own: '2021' → '2022'. */
export const yearAfter = (period: string): string => String(Number(period) + 1);

/** The year before: 2021 → 2020. */
export const yearBefore = (period: string): string => String(Number(period) - 1);
