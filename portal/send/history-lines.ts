import type { Me } from '../../functions/api/people-schemas.ts';
import type { AnswerLine, RevisionList, UploadLine } from '../../functions/api/schemas.ts';
import type { Text } from '../../shared/locale.ts';
import { minuteInChina } from '../../shared/severity.ts';
import { UPLOAD_WORDS } from '../send-words.ts';
import { filled } from '../words.ts';

/** A table, or what was said in place of one. */
type HistoryLine = UploadLine | AnswerLine;

const isAnswer = (line: HistoryLine): line is AnswerLine => 'kind' in line;

const timeOf = (line: HistoryLine): string => (isAnswer(line) ? line.at : line.receivedAt);

/** Tables and what was said in place of one, the newest first. */
export const inOrder = ({ revisions, answers }: RevisionList): readonly HistoryLine[] =>
  [...revisions, ...answers].sort((a, b) => (timeOf(a) < timeOf(b) ? 1 : -1));

/** True of a table with rows of its own that can be held against earlier ones. */
const holdsRows = ({ status, duplicateOf }: UploadLine): boolean =>
  status === 'accepted' && duplicateOf === null;

/** True if a table can be compared: an accepted one came before it. */
export const isComparable = (
  line: UploadLine,
  { revisions }: Pick<RevisionList, 'revisions'>,
): boolean =>
  line.revision !== null &&
  holdsRows(line) &&
  revisions.some(
    (other) => holdsRows(other) && (other.revision ?? Infinity) < (line.revision ?? 0),
  );

/** Whether a line counts, was taken back or gave way to a later one; null for a table that never counted. */
export function placeOf(line: HistoryLine): Text | null {
  const { isCurrent, recalledAt } = line;
  if (recalledAt !== null) {
    return filled(UPLOAD_WORDS.recalledAt, { at: minuteInChina(recalledAt) });
  }
  if (isCurrent) return UPLOAD_WORDS.current;
  if (!isAnswer(line) && line.duplicateOf !== null) return UPLOAD_WORDS.sameAsBefore;
  return isAnswer(line) || line.status === 'accepted' ? UPLOAD_WORDS.replaced : null;
}

/** True for whoever may send for a unit, as the API decides: only its own people, not those who look on. */
export const maySend = ({ groups, units }: Pick<Me, 'groups' | 'units'>, unit: string): boolean =>
  groups.some((group) => group === 'unit' || group === 'department') &&
  units.some(({ code }) => code === unit);
