import { useCallback, useEffect, useMemo, useRef } from 'react';
import type { TableAnswer } from '../../functions/api/publication-schemas.ts';
import type { RevisionReviewAnswer } from '../../functions/api/review-schemas.ts';
import type { ReturnKey } from '../api-sending.ts';
import { useLanguage } from '../language.tsx';
import { useIsNarrow } from '../narrow.ts';
import { ProblemAlert } from '../problem-alert.tsx';
import { useFetched } from '../send/use-fetched.ts';
import { SESSION_WORDS } from '../send-words.ts';
import { useSession } from '../session/session.tsx';
import { useCalledFocus } from '../table/called-focus.ts';
import { OfficialGrid } from '../table/official-grid.tsx';
import { officialView, placeKey } from '../table/official-view.ts';
import { ProjectCards } from '../table/project-cards.tsx';
import type { SoughtRow } from '../table/sought-row.ts';
import { useShownDesk } from '../table/table-desk.ts';
import { TABLE_WORDS } from '../words.ts';
import { CommentBar } from './comment-bar.tsx';
import { CommentList } from './comment-list.tsx';
import { toldIn } from './told-in-table.ts';
import type { Acting } from './use-acting.ts';
import type { Found } from './use-findings.ts';

interface TableProps {
  readonly place: ReturnKey;
  readonly own: RevisionReviewAnswer;
  readonly found: Found;
  readonly acting: Acting;
  /** The row to lead the reader to; null where none is named. */
  readonly sought: SoughtRow | null;
}

/** The unit's table with what rules and reviewers say in its cells; a reviewer writes at a cell here. */
export function ReviewTable({ place, own, found, acting, sought }: TableProps) {
  const { say } = useLanguage();
  const { api } = useSession();
  const { revision } = own;
  const fetched = useFetched(useCallback(() => api.table(place, revision), [api, place, revision]));
  const { value: table, problem } = fetched;
  if (table === null) {
    return problem === null ? (
      <p>{say(SESSION_WORDS.loading)}</p>
    ) : (
      <ProblemAlert problem={problem} />
    );
  }
  return <TableOnDesk table={table} own={own} found={found} acting={acting} sought={sought} />;
}

/** The cell of a row that the focus is put on. */
const LED_TO = 'projectName';

const NOTHING: ReadonlySet<string> = new Set();
const AS_PRINTED: ReadonlyMap<string, string> = new Map();

function TableOnDesk({
  table,
  own,
  found,
  acting,
  sought,
}: Omit<TableProps, 'place'> & { readonly table: TableAnswer }) {
  const { say } = useLanguage();
  const row = sought !== null && sought.sheet === table.sheet ? sought.row : null;
  const view = useMemo(() => officialView(table, AS_PRINTED, row), [table, row]);
  const told = useMemo(() => toldIn(found, own.comments), [found, own.comments]);
  const first = own.comments[0];
  const desk = useShownDesk(view, told, NOTHING, () =>
    first === undefined ? null : placeKey(first),
  );
  const box = useRef<HTMLDivElement>(null);
  const { call } = desk;
  useEffect(() => {
    if (row !== null) call(placeKey({ row, field: LED_TO }));
  }, [row, call]);
  // Whoever was led here from elsewhere finds it in the middle; arrow keys move the table no more than they must.
  useCalledFocus(box, desk, row !== null && desk.called === 1 ? 'center' : 'nearest');
  return (
    <>
      <CommentList comments={own.comments} table={table} onOpen={desk.call} />
      <div className="shown-desk" ref={box}>
        <CommentBar desk={desk} sheet={table.sheet} own={own} acting={acting} />
        <p className="amount-unit">{say(TABLE_WORDS.amountUnit)}</p>
        {useIsNarrow() ? <ProjectCards desk={desk} /> : <OfficialGrid desk={desk} />}
      </div>
    </>
  );
}
