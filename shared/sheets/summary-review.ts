import { NO_FIGURE } from '../records/record.ts';
import { REVIEW_STATE_NAMES } from '../review-state.ts';
import { spannedRow, type TextColumn } from './sheet-rows.ts';
import {
  acceptedOf,
  isReviewed,
  type SummaryInput,
  type SummarySubmission,
} from './summary-input.ts';
import { type CellModel, type RowModel, type StyleName, textCell } from './workbook-model.ts';

/*
 * Where people decided of anything in a period, every total is stated twice: of what passed the rules
 * (校验通过), and of that what finance approved (审核通过). A column says of each line which it is, and the
 * second totals are formulas over it.
 */

/** What the column 审核 says of what finance approved: formulas compare with this very text. */
const APPROVED = REVIEW_STATE_NAMES.approved.zh;

/** The column 审核, only in periods with a review. */
export const REVIEW_COLUMN: TextColumn = { title: { zh: '审核', en: 'Review' }, width: 11 };

/** The column 审核 where there is a review, else none. */
export const reviewColumns = (input: SummaryInput): readonly TextColumn[] =>
  isReviewed(input) ? [REVIEW_COLUMN] : [];

/** What the column says of a submission: of what is approved always the same, published or not. */
export function reviewWord({ review }: Pick<SummarySubmission, 'review'>): string {
  if (review === undefined) return NO_FIGURE;
  return review.isApproved ? APPROVED : review.stateName.zh;
}

/** The cells of the column in one line: as many as `reviewColumns`. */
export const reviewCells = (
  input: SummaryInput,
  submission: Pick<SummarySubmission, 'review'>,
  style: StyleName,
): readonly CellModel[] => (isReviewed(input) ? [textCell(reviewWord(submission), style)] : []);

/** Two arguments of SUMIFS and COUNTIFS: only lines that are approved. */
export const onlyApproved = (reviews: string): string => `${reviews},"${APPROVED}"`;

/** What a total over a list is called that SUBTOTAL makes. */
export const FILTERED_TOTAL = '合计（随筛选变化）';

/** What the totals are called; the first is the only one without a review. */
export const totalNames = (
  input: SummaryInput,
): {
  readonly accepted: string;
  /** Right below the first. */
  readonly approved: string;
  /** At the end of a block of its own. */
  readonly approvedAlone: string;
} => ({
  accepted: isReviewed(input) ? '合计（校验通过）' : '合计',
  approved: `其中：${APPROVED}`,
  approvedAlone: `合计（${APPROVED}）`,
});

/** The line above a block that tells the same of what is approved: of how many submitters. */
export const approvedHeading = (approved: SummaryInput, columns: readonly TextColumn[]): RowModel =>
  spannedRow(
    `其中：${APPROVED}（${acceptedOf(approved).length} 个报送主体） Of these, approved by finance`,
    'section',
    columns,
  );
