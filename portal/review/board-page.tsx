import { useCallback, useEffect, useState } from 'react';
import { Link } from 'wouter';
import type { Board } from '../../functions/api/review-schemas.ts';
import { ChosenUnits } from '../collections/chosen-units.tsx';
import { PeriodStanding } from '../collections/period-standing.tsx';
import { useLanguage } from '../language.tsx';
import { ProblemAlert } from '../problem-alert.tsx';
import { useFetched } from '../send/use-fetched.ts';
import { SESSION_WORDS } from '../send-words.ts';
import { useSession } from '../session/session.tsx';
import { useMe } from '../session/use-me.ts';
import { AuditExport } from './audit-export.tsx';
import { EVERYBODY, filteredLines, type Narrowed } from './board-filter.ts';
import { BoardFilters } from './board-filters.tsx';
import { BoardTable } from './board-table.tsx';
import { PeriodPage } from './period-page.tsx';
import { Reminder } from './reminder.tsx';
import { BOARD_WORDS } from './review-words.ts';

/** Milliseconds until the board is fetched anew. */
const LOOK_AGAIN = 30_000;

/** How far all units are: of the period in the address, or else of the newest. */
export function BoardPage({ wanted }: { readonly wanted: string | null }) {
  return (
    <PeriodPage wanted={wanted} title={BOARD_WORDS.title} path="/board">
      {(period) => <PeriodBoard key={period} period={period} />}
    </PeriodPage>
  );
}

function PeriodBoard({ period }: { readonly period: string }) {
  const { say } = useLanguage();
  const { api } = useSession();
  const fetched = useFetched(useCallback(() => api.board(period), [api, period]));
  const { value: board, problem, again } = fetched;
  useEffect(() => {
    const timer = setInterval(() => !document.hidden && again(), LOOK_AGAIN);
    return () => clearInterval(timer);
  }, [again]);
  return (
    <>
      <ProblemAlert problem={problem} />
      {board === null && problem === null && <p>{say(SESSION_WORDS.loading)}</p>}
      {board !== null && <BoardOf board={board} again={again} />}
    </>
  );
}

function BoardOf({ board, again }: { readonly board: Board; readonly again: () => void }) {
  const { say } = useLanguage();
  const groups = useMe()?.groups ?? [];
  const maySettle = groups.includes('finance');
  const mayChoose = maySettle || groups.includes('department');
  const [narrowed, setNarrowed] = useState<Narrowed>(EVERYBODY);
  const [chosen, setChosen] = useState<ReadonlySet<string>>(new Set());
  const lines = filteredLines(board.units, narrowed);
  const choice = mayChoose ? { chosen, setChosen } : null;
  return (
    <>
      <PeriodStanding board={board} maySettle={maySettle} onSettled={again} />
      <BoardFilters board={board} narrowed={narrowed} onNarrow={setNarrowed} />
      <Reminder board={board} />
      {choice !== null && (
        <ChosenUnits
          board={board}
          maySettle={maySettle}
          lines={board.units.filter(({ unit }) => chosen.has(unit.code))}
          onSettled={again}
        />
      )}
      <p className="owed-actions">
        <Link href="/codes">{say(BOARD_WORDS.codes)}</Link>
      </p>
      <AuditExport period={board.period} />
      {lines.length === 0 ? (
        <p>{say(BOARD_WORDS.none)}</p>
      ) : (
        <BoardTable period={board.period} lines={lines} choice={choice} />
      )}
    </>
  );
}
