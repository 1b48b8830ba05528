import { type ReactNode, useRef } from 'react';
import { useLanguage } from '../language.tsx';
import { useIsNarrow } from '../narrow.ts';
import { useCalledFocus } from '../table/called-focus.ts';
import { CellBar } from '../table/cell-bar.tsx';
import { OfficialGrid } from '../table/official-grid.tsx';
import { PaperSize } from '../table/paper-size.tsx';
import { ProjectCards } from '../table/project-cards.tsx';
import { TableCaptions } from '../table/table-captions.tsx';
import { useTableDesk } from '../table/table-desk.ts';
import { CHECK_WORDS, TABLE_WORDS } from '../words.ts';
import { CheckBar } from './check-bar.tsx';
import { Problem } from './check-page.tsx';
import type { Checked } from './checked.ts';
import { FindingList } from './finding-list.tsx';
import type { TableView } from './table-view.ts';
import type { Check } from './use-check.ts';

interface CheckedProps {
  readonly check: Check;
  readonly checked: Checked;
}

interface FileProps extends CheckedProps {
  /** What else can be done with it, first in the row of buttons. */
  readonly action: ReactNode;
  /** Said between bar and table. */
  readonly notice?: ReactNode;
}

/** A checked file: what can be done with it, its table, and the list of its findings beside that. */
export function CheckedFile({ check, checked, action, notice }: FileProps) {
  const { say } = useLanguage();
  return (
    <>
      <h1 className="heard">{say(CHECK_WORDS.title)}</h1>
      <CheckBar check={check} checked={checked} action={action} />
      {notice}
      <Problem state={check.state} />
      {checked.table === null ? (
        <FindingList check={check} lines={checked.lines} desk={null} />
      ) : (
        <Desk check={check} checked={checked} table={checked.table} />
      )}
    </>
  );
}

function Desk({ check, checked, table }: CheckedProps & { readonly table: TableView }) {
  const { say } = useLanguage();
  const desk = useTableDesk(check, checked, table);
  const isNarrow = useIsNarrow();
  const side = useRef<HTMLDivElement>(null);
  useCalledFocus(side, desk);
  return (
    <div className="desk">
      <PaperSize size="A3 landscape" />
      <div className="table-side" ref={side}>
        <h2 className="heard">{say(TABLE_WORDS.table)}</h2>
        <CellBar desk={desk} />
        <TableCaptions desk={desk} />
        {isNarrow ? <ProjectCards desk={desk} /> : <OfficialGrid desk={desk} />}
      </div>
      <FindingList check={check} lines={checked.lines} desk={desk} />
    </div>
  );
}
