import { Button } from 'antd';
import { type RefObject, useLayoutEffect, useRef } from 'react';
import type { TableView } from '../check/table-view.ts';
import { useLanguage } from '../language.tsx';
import { filled, TABLE_WORDS } from '../words.ts';
import { tableWidth } from './column-widths.ts';
import { GridHead } from './grid-head.tsx';
import { keyMove } from './grid-keys.ts';
import { GridLine } from './grid-line.tsx';
import { keyOf } from './places.ts';
import { LINES_A_PAGE, type ShownDesk } from './table-desk.ts';

/** The table under its official header. One cell is in the tab order; arrow keys move among all. */
export function OfficialGrid({ desk }: { readonly desk: ShownDesk }) {
  const { say } = useLanguage();
  const { table, chosen, places, page } = desk;
  const place = chosen === null ? undefined : places.get(chosen.key);
  const box = useRef<HTMLTableElement>(null);
  useHeaderHeights(box, table);
  const first = page * LINES_A_PAGE;
  const shown = table.lines.slice(first, first + LINES_A_PAGE);
  return (
    <>
      <div className="grid-box">
        <table
          className="official"
          // biome-ignore lint/a11y/noNoninteractiveElementToInteractiveRole: a grid may be a table
          role="grid"
          aria-label={say(TABLE_WORDS.table)}
          aria-rowcount={table.headerRows + table.lines.length}
          ref={box}
          style={{
            '--width': `${tableWidth(table.columns)}px`,
          }}
          onKeyDown={(event) => {
            if (chosen === null || place === undefined) return;
            if (event.key === 'Enter' || event.key === 'F2') {
              event.preventDefault();
              desk.edit(chosen.key);
              return;
            }
            const next = keyMove(event, place, table);
            if (next === null) return;
            event.preventDefault();
            const cell = table.lines[next.line]?.cells[next.column];
            if (cell !== undefined) desk.call(keyOf(cell, next.line, next.column));
          }}
        >
          <GridHead table={table} />
          <tbody>
            {shown.map((line, index) => (
              <GridLine
                key={line.number}
                line={line}
                place={first + index}
                table={table}
                checked={desk.checked}
                findings={desk.findings}
                mended={desk.mended}
                chosenColumn={place?.line === first + index ? place.column : null}
                isEntry={place === undefined && index === 0}
                onChoose={desk.choose}
                onEdit={desk.edit}
              />
            ))}
          </tbody>
        </table>
      </div>
      {table.lines.length > LINES_A_PAGE && <PageTurner desk={desk} shown={shown.length} />}
    </>
  );
}

/** The way to the other lines of a long table. */
function PageTurner({ desk, shown }: { readonly desk: ShownDesk; readonly shown: number }) {
  const { say } = useLanguage();
  const { page, turnTo, table } = desk;
  const first = page * LINES_A_PAGE;
  const count = table.lines.length;
  return (
    <nav className="grid-pages">
      <Button size="small" disabled={page === 0} onClick={() => turnTo(page - 1)}>
        {say(TABLE_WORDS.before)}
      </Button>
      <span>{say(filled(TABLE_WORDS.page, { from: first + 1, to: first + shown, count }))}</span>
      <Button size="small" disabled={first + shown >= count} onClick={() => turnTo(page + 1)}>
        {say(TABLE_WORDS.after)}
      </Button>
    </nav>
  );
}

/** Chromium before 91 keeps single header cells in sight, not whole rows: each must know where. */
function useHeaderHeights(box: RefObject<HTMLTableElement | null>, table: TableView): void {
  const { locale } = useLanguage();
  useLayoutEffect(() => {
    const rows = [...(box.current?.tHead?.rows ?? [])];
    let top = 0;
    for (const row of rows) {
      row.style.setProperty('--top', `${top}px`);
      top += row.getBoundingClientRect().height;
    }
    box.current?.parentElement?.style.setProperty('--head', `${top}px`);
  }, [box, table.header, locale]);
}
