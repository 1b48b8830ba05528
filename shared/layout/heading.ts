import { type FormDefinition, formTitle } from '../../templates/form.ts';
import type { RecordSet } from '../records/record.ts';
import { breakText } from './break-text.ts';
import { evenLines } from './even-lines.ts';
import type { FontMetrics } from './metrics.ts';
import type { Line } from './pages.ts';
import type { Paper } from './paper.ts';
import { placeLines, type TextStyle } from './place-text.ts';
import { textWidth } from './text-width.ts';
import { ATTACHMENT_SIZE, NOTE_SIZE, TITLE_SIZE } from './typography.ts';

/** What stands above the table on the first page. */
export interface Heading {
  readonly lines: readonly Line[];
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
  recordSet: RecordSet,
  form: FormDefinition,
  paper: Paper,
  metrics: FontMetrics,
): Heading {
  const { name } = recordSet.submitter;
  const lines: Line[] = [];
  let top = paper.top;
  const put = (texts: readonly string[], style: TextStyle): void => {
    lines.push(...placeLines(texts, { ...paper, top }, style, metrics));
  };
  if (recordSet.attachment !== null) {
    put([recordSet.attachment], ATTACHMENT);
    top += ATTACHMENT.leading;
  }
  const width = paper.right - paper.left;
  const title = formTitle(form, recordSet.period, name);
  const titleLines = evenLines(title, (width / TITLE.size) * 1000, metrics);
  put(titleLines, TITLE);
  top += titleLines.length * TITLE.leading + GAP;

  const { unit, submitter } = form.notes;
  const unitWidth = textWidth(unit, metrics, NOTE.weight) * NOTE.size;
  const submitterLines = breakText(
    submitter.replace('{name}', name),
    ((width - unitWidth - NOTE.size) / NOTE.size) * 1000,
    (point) => metrics.advance(point, NOTE.weight),
  );
  put(submitterLines, NOTE);
  put([unit], { ...NOTE, align: 'right' });
  return { lines, bottom: top + submitterLines.length * NOTE.leading + GAP };
}
