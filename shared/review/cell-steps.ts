import { leaves } from '../../templates/form.ts';
import { itemBytes } from '../store/item-size.ts';
import type { CellPlace, MaskedCell } from '../submission-review.ts';
import { areDerivable } from './derivable-masks.ts';
import { isSameCell } from './open-gates.ts';
import type { Refusal } from './refusal.ts';
import type { Situation } from './situation.ts';
import { type Change, type StepInput, signatureOf } from './step-input.ts';

/*
 * Steps about single cells. Each cell costs room in the head of its submission, which many read, and
 * once more before and after in the trail.
 */

const MOST_MASKS = 500;
const MOST_COMMENTS = 100;
const LONGEST_COMMENT = 500;
/** Of all masks, and of all comments, of a revision. */
const MOST_MASK_BYTES = 80_000;
const MOST_COMMENT_BYTES = 40_000;

/** Sets all masks of a revision. What was signed was another table then. */
export function mask({ act, situation }: StepInput<'mask'>): Change | Refusal {
  const { cells, reason } = act.action;
  const masks: readonly MaskedCell[] = cells.map((cell) => ({
    ...cell,
    reason: cell.reason ?? reason,
  }));
  if (masks.length > MOST_MASKS || itemBytes(masks) > MOST_MASK_BYTES) return 'too-many-masks';
  if (masks.some((cell) => cell.reason.trim() === '')) return 'reason-missing';
  if (!cells.every((cell) => isCellOf(situation, cell))) return 'no-such-cell';
  if (areDerivable(cells, situation.form)) return 'masks-derivable';
  return { own: { masks, masked: signatureOf(act), signatures: [], scheduled: null } };
}

/** Writes, changes or takes away one's own comment at a cell. */
export function comment({ act, own, situation }: StepInput<'comment'>): Change | Refusal {
  const { cell } = act.action;
  const text = act.action.text.trim();
  const others = own.comments.filter((each) => each.by !== act.by.id || !isSameCell(each, cell));
  if (text === '') return { own: { comments: others } };
  if (!isCellOf(situation, cell)) return 'no-such-cell';
  if (text.length > LONGEST_COMMENT) return 'comment-too-long';
  const { sheet, row, field } = cell;
  const comments = [...others, { sheet, row, field, ...signatureOf(act), text }];
  const isTooMuch = itemBytes(comments) > MOST_COMMENT_BYTES;
  if (comments.length > MOST_COMMENTS || isTooMuch) return 'too-many-comments';
  return { own: { comments } };
}

/** A mask that meets no cell would hide nothing, and nobody would notice. */
const isCellOf = ({ projects, form }: Situation, { sheet, row, field }: CellPlace): boolean =>
  leaves(form?.columns ?? []).some((leaf) => leaf.field === field) &&
  (projects ?? []).some((project) => project.sheet === sheet && project.row === row);
