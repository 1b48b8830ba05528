import type { FittedList } from './fit-list.ts';
import { listRules, listTint } from './list-grid.ts';
import type { ListPage, ListRow, ProjectBox } from './list-pages.ts';
import type { MeasuredProject } from './measure-list.ts';
import type { FontMetrics } from './metrics.ts';
import type { Line } from './pages.ts';
import type { RowPart } from './paginate.ts';
import type { ProjectPart } from './paginate-list.ts';
import { placeLines, type TextStyle } from './place-text.ts';
import { rounded } from './typography.ts';

/** The projects that stand on one page: what `ListPage` holds of them. */
export type PlacedList = Pick<ListPage, 'projects' | 'furniture' | 'tints' | 'rules'>;

/** Gives every line of a page's projects its place. `top` is where projects begin, in points. */
export function placeList(
  parts: readonly ProjectPart[],
  top: number,
  fitted: FittedList,
  metrics: FontMetrics,
): PlacedList {
  const placed = parts.map((part) => placeProject(part, top, fitted, metrics));
  const projects = placed.map(({ box }) => box);
  return {
    projects,
    furniture: placed.flatMap(({ furniture }) => furniture),
    tints: projects.flatMap(({ rows }) => listTint(rows, fitted.edges)),
    rules: projects.flatMap(({ rows }) => listRules(rows, fitted.edges)),
  };
}

interface PlacedProject {
  readonly box: ProjectBox;
  /** What only repeats: the heading of a project that goes on, the title of a row that does. */
  readonly furniture: readonly Line[];
}

function placeProject(
  part: ProjectPart,
  pageTop: number,
  fitted: FittedList,
  metrics: FontMetrics,
): PlacedProject {
  const { sizes, edges } = fitted;
  const measured = fitted.projects[part.project] ?? NO_PROJECT;
  const top = pageTop + part.top;
  const heading = placeLines(
    part.isStart ? measured.heading : measured.continued,
    { ...edges, top },
    {
      size: sizes.headingSize,
      leading: sizes.headingLeading,
      weight: part.isStart ? 'bold' : 'regular',
      align: 'left',
    },
    metrics,
  );
  const rows = part.rows.map((row) => placeRow(row, pageTop, measured, fitted, metrics));
  const marks = part.rows.flatMap((row) => continuation(row, pageTop, measured, fitted, metrics));
  return {
    box: {
      record: part.project,
      top: rounded(top),
      title: part.isStart ? heading : [],
      rows,
    },
    furniture: [...(part.isStart ? [] : heading), ...marks],
  };
}

const NO_PROJECT: MeasuredProject = { heading: [], continued: [], rows: [] };

function placeRow(
  part: RowPart,
  pageTop: number,
  { rows }: MeasuredProject,
  { sizes, edges }: FittedList,
  metrics: FontMetrics,
): ListRow {
  const measured = rows[part.row];
  const top = pageTop + part.top;
  const columns = columnBoxes(top, { sizes, edges });
  const style = styleOf({ sizes });
  const placed = (lines: readonly string[] = [], box = columns.text): readonly Line[] =>
    placeLines(lines.slice(part.from, part.to), box, style, metrics);
  return {
    column: part.row,
    top: rounded(top),
    bottom: rounded(top + part.height),
    isStart: part.from === 0,
    label: placed(measured?.label, columns.label),
    text: placed(measured?.text),
  };
}

/** The title of a row once more, and 续, at the head of the row's continuation. */
function continuation(
  part: RowPart,
  pageTop: number,
  { rows }: MeasuredProject,
  { sizes, edges }: FittedList,
  metrics: FontMetrics,
): readonly Line[] {
  const label = rows[part.row]?.label ?? [];
  // A title that goes on itself needs no mark.
  if (part.from === 0 || label.length > part.from) return [];
  const repeated = [...label, CONTINUED];
  const lines = repeated.length <= part.to - part.from ? repeated : [CONTINUED];
  const { label: box } = columnBoxes(pageTop + part.top, { sizes, edges });
  return placeLines(lines, box, styleOf({ sizes }), metrics);
}

const CONTINUED = '续';

const columnBoxes = (top: number, { sizes, edges }: Pick<FittedList, 'sizes' | 'edges'>) => {
  const { paddingX, paddingY } = sizes;
  const box = (left: number, right: number) => ({
    left: left + paddingX,
    right: right - paddingX,
    top: top + paddingY,
  });
  return { label: box(edges.left, edges.middle), text: box(edges.middle, edges.right) };
};

const styleOf = ({ sizes: { size, leading } }: Pick<FittedList, 'sizes'>): TextStyle => ({
  size,
  leading,
  weight: 'regular',
  align: 'left',
});
