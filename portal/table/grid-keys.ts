import type { KeyboardEvent } from 'react';
import type { TableView } from '../check/table-view.ts';
import type { Place } from './places.ts';

/** Lines that Page Up and Page Down move by. */
const PAGE_LINES = 10;

/** Where a key leads from a cell; null for a key that moves nowhere. */
export function keyMove(
  { key, ctrlKey }: Pick<KeyboardEvent, 'key' | 'ctrlKey'>,
  { line, column }: Place,
  { lines, columns }: Pick<TableView, 'lines' | 'columns'>,
): Place | null {
  const lastLine = lines.length - 1;
  const lastColumn = columns.length - 1;
  const within = (place: Place): Place => ({
    line: Math.min(Math.max(place.line, 0), lastLine),
    column: Math.min(Math.max(place.column, 0), lastColumn),
  });
  switch (key) {
    case 'ArrowUp':
      return within({ line: line - 1, column });
    case 'ArrowDown':
      return within({ line: line + 1, column });
    case 'ArrowLeft':
      return within({ line, column: column - 1 });
    case 'ArrowRight':
      return within({ line, column: column + 1 });
    case 'PageUp':
      return within({ line: line - PAGE_LINES, column });
    case 'PageDown':
      return within({ line: line + PAGE_LINES, column });
    case 'Home':
      return { line: ctrlKey ? 0 : line, column: 0 };
    case 'End':
      return { line: ctrlKey ? lastLine : line, column: lastColumn };
    default:
      return null;
  }
}
