import type { FormDefinition } from '../../templates/form.ts';
import type { PrintedTable } from '../records/printed-table.ts';
import { breakText } from './break-text.ts';
import { evenLines } from './even-lines.ts';
import type { FontMetrics } from './metrics.ts';
import type { TextBlock } from './pages.ts';
import type { Paper } from './paper.ts';
import { placeLines, type TextStyle } from './place-text.ts';
import { textWidth } from './text-width.ts';
import { ATTACHMENT_SIZE, NOTE_SIZE, TITLE_SIZE } from './typography.ts';

/** What stands above the table on the first page. */
export interface Heading {
  readonly blocks: readonly TextBlock[];
  /** Where the table begins, in points from the top of the page. */
  readonly bottom: number;
}

const ATTACHMENT: TextStyle = {
  size: ATTACHMENT_SIZE,
  leading: ATTACHMENT_SIZE * 1.4,
  weight: 'regular',
  align: 'left',
};
const TITLE: TextStyle = {
  size: TITLE_SIZE,
  leading: TITLE_SIZE * 1.4,
  weight: 'bold',
  align: 'center',
};
const NOTE: TextStyle = {
  size: NOTE_SIZE,
  leading: NOTE_SIZE * 1.4,
  weight: 'regular',
  align: 'left',
};

/** Between the title and the notes, and between the notes and the table. */
const GAP = 6;

/** Attachment mark, title, and the notes on submitter and unit of the amounts. */
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
  const titleLines = evenLines(title, (width / TITLE.size) * 1000, metrics);
  put('title', title, titleLines, TITLE);
  top += titleLines.length * TITLE.leading + GAP;

  const unitWidth = textWidth(unit, metrics, NOTE.weight) * NOTE.size;
  const submitter = form.notes.submitter.replace('{name}', () => name);
  const submitterLines = breakText(
    submitter,
    ((width - unitWidth - NOTE.size) / NOTE.size) * 1000,
    (point) => metrics.advance(point, NOTE.weight),
  );
  put('note', submitter, submitterLines, NOTE);
  put('note', unit, [unit], { ...NOTE, align: 'right' });
  return { blocks, bottom: top + submitterLines.length * NOTE.leading + GAP };
}
