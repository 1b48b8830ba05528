import { type RefObject, useEffect } from 'react';
import type { ShownDesk } from './table-desk.ts';

/**
 * Brings the cell that is called for into view and focuses it, and on another call the field in which it
 * is edited, wherever in the box they stand: in the table, above it, on a card. `block`: where the cell comes
 * to stand in the window.
 */
export function useCalledFocus(
  box: RefObject<HTMLElement | null>,
  { chosen, called, edited }: ShownDesk,
  block: ScrollLogicalPosition = 'nearest',
): void {
  const key = chosen?.key;
  // Once for every call, not whenever a cell is chosen: each effect hangs on its count alone.
  useEffect(() => {
    if (called === 0 || key === undefined) return;
    const cell = box.current?.querySelector<HTMLElement>(`[data-key="${CSS.escape(key)}"]`);
    const folded = cell?.closest('details');
    if (folded) folded.open = true;
    cell?.focus({ preventScroll: true });
    cell?.scrollIntoView({ block, inline: 'nearest' });
  }, [called]);
  useEffect(() => {
    if (edited === 0) return;
    const field = box.current?.querySelector<HTMLTextAreaElement>('.cell-editor textarea');
    field?.focus();
    field?.select();
  }, [edited]);
}
