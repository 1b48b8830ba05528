import type { FormDefinition } from '../../templates/form.ts';
import type { PrintedTable } from '../records/printed-table.ts';
import { breakText } from './break-text.ts';
import { evenLines } from './even-lines.ts';
import type { FontMetrics } from './metrics.ts';
import type { TextBlock } from './pages.ts';
import type { Paper } from './paper.ts';
import { placeLines, type TextStyle } from './place-text.ts';
import { textWidth } from './text-width.ts';
import {
  ATTACHMENT_SIZE,
  millimetres,
  NOTE_SIZE,
  REMARK_SIZE,
  SEAL_DIAMETER,
  TITLE_SIZE,
} from './typography.ts';

/** What stands above the table on the first page. */
export interface Heading {
  readonly blocks: readonly TextBlock[];
  /** Where the table begins, in points from the top of the page. */
  readonly bottom: number;
}

const ATTACHMENT: TextStyle = {
  size: ATTACHMENT_SIZE,
  leading: ATTACHMENT_SIZE * 1.4,
  weight: 'sans',
  align: 'left',
};
const TITLE: TextStyle = {
  size: TITLE_SIZE,
  leading: TITLE_SIZE * 1.4,
  weight: 'black',
  align: 'center',
};
const NOTE: TextStyle = {
  size: NOTE_SIZE,
  leading: NOTE_SIZE * 1.4,
  weight: 'regular',
  align: 'left',
};

const REMARK: TextStyle = { ...NOTE, size: REMARK_SIZE, leading: REMARK_SIZE * 1.4 };

/** Between the title and the notes, and between the notes and the table. */
const GAP = 6;

/** Between table and remark. */
const REMARK_GAP = 4;

/** What the remark takes below the table, in points. */
export const REMARK_HEIGHT = REMARK_GAP + REMARK_SIZE * 1.4;

const SEAL = millimetres(SEAL_DIAMETER);

/** A seal may come this near to the upper edge of the paper. */
const SEAL_TOP = millimetres(5);

/**
 * Attachment mark, title, and the notes on submitter and unit of the amounts. The submitter's note
 * stands at the foot of a space as high as a seal: beside the title on wide paper, where nothing but the
 * attachment mark shares it, below the title on narrow.
 */
export function placeHeading(
  { title, submitter: name, attachment, unit }: PrintedTable,
  form: FormDefinition,
  paper: Paper,
  metrics: FontMetrics,
): Heading {
  const blocks: TextBlock[] = [];
  let top = paper.top;
  const put = (
    role: TextBlock['role'],
    text: string,
    lines: readonly string[],
    style: TextStyle,
  ): void => {
    blocks.push({ role, text, lines: placeLines(lines, { ...paper, top }, style, metrics) });
  };
  if (attachment !== null) {
    put('note', attachment, [attachment], ATTACHMENT);
    top += ATTACHMENT.leading;
  }
  const width = paper.right - paper.left;
  const [before = ''] = form.notes.submitter.split('{name}');
  // A seal covers the first of the name, and no word of the title in the middle.
  const beside = textWidth(before, metrics, NOTE.weight) * NOTE.size + SEAL;
  const isBeside = 4 * beside <= width;
  const titleWidth = isBeside ? width - 2 * beside : width;
  const titleLimit = (titleWidth / TITLE.size) * 1000;
  const titleLines = brokenTitle(title, name, titleLimit, metrics);
  const titleHeight = titleLines.length * TITLE.leading + GAP;

  const unitWidth = textWidth(unit, metrics, NOTE.weight) * NOTE.size;
  const submitter = form.notes.submitter.replace('{name}', () => name);
  const submitterLines = breakText(
    submitter,
    ((width - unitWidth - NOTE.size) / NOTE.size) * 1000,
    (point) => metrics.advance(point, NOTE.weight),
  );
  const notesHeight = submitterLines.length * NOTE.leading + GAP;
  // What the seal needs beyond the texts is left above and below the title, or below it alone.
  const spare = isBeside
    ? Math.max(0, SEAL_TOP + SEAL - top - titleHeight - notesHeight)
    : Math.max(0, SEAL - notesHeight);
  top += isBeside ? spare / 2 : TITLE.leading / 2;
  put('title', title, titleLines, TITLE);
  top += titleHeight + (isBeside ? spare / 2 : spare);
  put('note', submitter, submitterLines, NOTE);
  put('note', unit, [unit], { ...NOTE, align: 'right' });
  return { blocks, bottom: top + notesHeight };
}

/**
 * The title in as few lines as it needs. Where it breaks, it does so after the submitter's name if it can: its
 * lines should say something whole (GB/T 9704).
 */
function brokenTitle(
  title: string,
  name: string,
  limit: number,
  metrics: FontMetrics,
): readonly string[] {
  const broken = (text: string): readonly string[] => evenLines(text, limit, metrics, TITLE.weight);
  const lines = broken(title);
  const end = title.indexOf(name) + name.length;
  const parts = [title.slice(0, end), title.slice(end)].filter((part) => part !== '');
  const whole = parts.flatMap(broken);
  return whole.length <= lines.length ? whole : lines;
}

/** The remark right below the table, which ends at `tableBottom`. */
export const placeRemark = (
  remark: string,
  tableBottom: number,
  paper: Paper,
  metrics: FontMetrics,
): TextBlock => ({
  role: 'note',
  text: remark,
  lines: placeLines([remark], { ...paper, top: tableBottom + REMARK_GAP }, REMARK, metrics),
});
