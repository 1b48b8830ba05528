import type { FormDefinition } from '../../templates/form.ts';
import { type PrintedTable, printedTable } from '../records/printed-table.ts';
import type { RecordSet } from '../records/record.ts';
import { placeDraftMark, placePageNumber } from './furniture.ts';
import { type Heading, placeHeading, placeRemark, REMARK_HEIGHT } from './heading.ts';
import type { FontMetrics } from './metrics.ts';
import type { Line, Sheet } from './pages.ts';
import type { Paper } from './paper.ts';
import { type PlacedStamp, placeStamp, type Stamp } from './stamp.ts';

/** What may differ between two printings of the same records. */
export interface LayoutOptions {
  /** Marks every page as 草稿. */
  readonly draft?: boolean;
  /** Makes it a stamped copy (盖章稿): what ties the paper to the record stands in the foot of every page. */
  readonly stamp?: Stamp;
}

/** What stands around the rows on the pages of a report. */
export interface Frame {
  readonly printed: PrintedTable;
  /** Above the first row. */
  readonly heading: Heading;
  /** The paper without what remark and stamp may need at the foot of any page. */
  readonly space: Paper;
  /** What page `number` (from 1) of `count` has around its rows, which end at `bottom` points. */
  readonly around: (number: number, count: number, bottom: number) => Surroundings;
}

/** The parts of a page that stand around its rows. */
export type Surroundings = Pick<Sheet, 'number' | 'heading' | 'closing' | 'furniture' | 'pattern'>;

/** Places what stands around the rows of a record set on a paper. */
export function frameOf(
  recordSet: RecordSet,
  form: FormDefinition,
  paper: Paper,
  metrics: FontMetrics,
  { draft, stamp }: LayoutOptions,
): Frame {
  const printed = printedTable(recordSet, form);
  const { remark } = printed;
  const heading = placeHeading(printed, form, paper, metrics);
  const draftMark: readonly Line[] = draft ? [placeDraftMark(paper, metrics)] : [];
  const foot: PlacedStamp | null =
    stamp === undefined ? null : placeStamp(stamp, recordSet, paper, metrics);
  // The remark may come to stand below any row, so every page leaves it its line.
  const kept = (remark === null ? 0 : REMARK_HEIGHT) + (foot?.above ?? 0);
  return {
    printed,
    heading,
    space: { ...paper, bottom: paper.bottom - kept },
    around: (number, count, bottom) => ({
      number,
      heading: number === 1 ? heading.blocks : [],
      closing:
        number === count && remark !== null ? [placeRemark(remark, bottom, paper, metrics)] : [],
      furniture: [...draftMark, ...placePageNumber(number, paper, metrics), ...(foot?.lines ?? [])],
      ...(foot === null ? {} : { pattern: foot.pattern }),
    }),
  };
}
