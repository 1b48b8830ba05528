import type { FormDefinition } from '../../templates/form.ts';
import { leafPaths } from '../../templates/form.ts';
import { type Advance, breakText } from './break-text.ts';
import type { FontMetrics, Weight } from './metrics.ts';
import { textWidth } from './text-width.ts';
import type { ListTypography } from './typography.ts';

/** What a report that is lists says, before it has any size. */
export interface ListText {
  /** Column by column: its title, groups first. */
  readonly labels: readonly string[];
  /** Project by project: what it is called, and its texts column by column. */
  readonly projects: readonly { readonly title: string; readonly texts: readonly string[] }[];
}

const SEPARATOR = ' · ';

/** The title of every column of a form: 绩效指标 · 产出指标 · 数量指标. */
export const listLabels = (form: FormDefinition): readonly string[] =>
  leafPaths(form.columns).map(({ leaf, groups }) =>
    [...groups, leaf].map(({ title }) => title.zh).join(SEPARATOR),
  );

/** A project broken into lines. */
export interface MeasuredProject {
  readonly heading: readonly string[];
  /** The heading where the project goes on on another page, in one line. */
  readonly continued: readonly string[];
  readonly rows: readonly MeasuredListRow[];
}

/** A column title and its text, broken into lines. */
export interface MeasuredListRow {
  readonly label: readonly string[];
  /** None for a blank cell. */
  readonly text: readonly string[];
  /** Lines of the longer of both. */
  readonly lines: number;
}

/** Where the columns of titles and of texts begin and end, in points. */
export interface ListEdges {
  readonly left: number;
  readonly middle: number;
  readonly right: number;
}

/** The part of the width that titles may take. */
const MOST_FOR_LABELS = 0.39;

/** The column of titles as wide as its widest title, if that leaves the texts enough. */
export function listEdges(
  labels: readonly string[],
  { left, right }: Pick<ListEdges, 'left' | 'right'>,
  sizes: ListTypography,
  metrics: FontMetrics,
): ListEdges {
  const widest = Math.max(0, ...labels.map((label) => textWidth(label, metrics, 'regular')));
  const needed = Math.ceil(widest) * sizes.size + 2 * sizes.paddingX;
  return { left, middle: left + Math.min(needed, MOST_FOR_LABELS * (right - left)), right };
}

const MOST_HEADING_LINES = 3;

/** End of a heading that would be longer: the row of the project's name holds it whole. */
export const HEADING_DOTS = '……';
const CONTINUED = '（续）';

/** Widths come from whole characters: forgive the noise of converting between points and em. */
const TOLERANCE = 1;

/** Breaks every project into the lines of its heading and of the two columns. */
export function measureList(
  { labels, projects }: ListText,
  edges: ListEdges,
  sizes: ListTypography,
  metrics: FontMetrics,
): readonly MeasuredProject[] {
  const broken = (text: string, points: number, size: number, weight: Weight) =>
    breakText(text, (points * 1000) / size + TOLERANCE, (point) => metrics.advance(point, weight));
  const width = edges.right - edges.left;
  const heading = (text: string, weight: Weight): readonly string[] =>
    broken(text, width, sizes.headingSize, weight);
  const labelSpace = ((edges.middle - edges.left - 2 * sizes.paddingX) * 1000) / sizes.size;
  const measuredLabels = labels.map((label) =>
    labelLines(label, labelSpace + TOLERANCE, (point) => metrics.advance(point, 'regular')),
  );
  const textSpace = edges.right - edges.middle - 2 * sizes.paddingX;
  return projects.map(({ title, texts }) => {
    const repeated = shortened(
      title,
      (text) => heading(`${text}${CONTINUED}`, 'regular').length === 1,
    );
    const shown = shortened(title, (text) => heading(text, 'bold').length <= MOST_HEADING_LINES);
    return {
      heading: heading(shown, 'bold'),
      continued: heading(`${repeated}${CONTINUED}`, 'regular'),
      rows: texts.map((typed, column) => {
        const label = measuredLabels[column] ?? [];
        const text = typed === '' ? [] : broken(typed, textSpace, sizes.size, 'regular');
        return { label, text, lines: Math.max(label.length, text.length) };
      }),
    };
  });
}

/** A title over lines of `limit`, which end between its groups where they can. The lines joined are the title. */
function labelLines(label: string, limit: number, advance: Advance): readonly string[] {
  const lines: string[] = [];
  for (const [index, part] of label.split(SEPARATOR).entries()) {
    const last = lines.at(-1);
    const longer = `${last ?? ''}${index === 0 ? '' : SEPARATOR}${part}`;
    if (last === undefined || breakText(longer, limit, advance).length === 1) {
      lines[Math.max(0, lines.length - 1)] = longer;
    } else {
      lines[lines.length - 1] = `${last}${SEPARATOR}`;
      lines.push(part);
    }
  }
  return lines.flatMap((line) => breakText(line, limit, advance));
}

/** The text, or as much of it as fits with dots after it. */
function shortened(text: string, fits: (text: string) => boolean): string {
  if (fits(text)) return text;
  const characters = Array.from(text);
  let least = 0;
  let most = characters.length;
  while (least < most - 1) {
    const middle = Math.floor((least + most) / 2);
    if (fits(`${characters.slice(0, middle).join('')}${HEADING_DOTS}`)) least = middle;
    else most = middle;
  }
  return `${characters.slice(0, least).join('')}${HEADING_DOTS}`;
}
