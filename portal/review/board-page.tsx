import { Input } from 'antd';
import { useCallback, useEffect, useState } from 'react';
import { useLocation } from 'wouter';
import type { Board } from '../../functions/api/review-schemas.ts';
import { useLanguage } from '../language.tsx';
import { ProblemAlert } from '../problem-alert.tsx';
import { usePageTitle } from '../send/page-title.ts';
import { useFetched } from '../send/use-fetched.ts';
import { SESSION_WORDS } from '../send-words.ts';
import { useSession } from '../session/session.tsx';
import { filled } from '../words.ts';
import { AuditExport } from './audit-export.tsx';
import { countOf, FILTERS, type Filter, filteredLines } from './board-filter.ts';
import { BoardTable } from './board-table.tsx';
import { PeriodChoice } from './period-choice.tsx';
import { Reminder } from './reminder.tsx';
import { BOARD_WORDS } from './review-words.ts';

/** Milliseconds until the board is fetched anew. */
const LOOK_AGAIN = 30_000;

/** How far all units are: of the period in the address, or else of the newest. */
export function BoardPage({ wanted }: { readonly wanted: string | null }) {
  const { say } = useLanguage();
  const { api } = useSession();
  const [, go] = useLocation();
  const { value: periods, problem } = useFetched(api.periods);
  const period = wanted ?? periods?.at(-1)?.id ?? null;
  const title = say(filled(BOARD_WORDS.title, { period: period ?? '' }));
  usePageTitle(title);
  return (
    <section className="wide board">
      <h1>{title}</h1>
      <ProblemAlert problem={problem} />
      {periods !== null && period !== null && (
        <PeriodChoice
          periods={periods}
          period={period}
          onChoose={(chosen) => go(`/board/${chosen}`)}
        />
      )}
      {period !== null && <PeriodBoard key={period} period={period} />}
    </section>
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
      {board !== null && <BoardOf board={board} />}
    </>
  );
}

function BoardOf({ board }: { readonly board: Board }) {
  const { say } = useLanguage();
  const [filter, setFilter] = useState<Filter>('all');
  const [text, setText] = useState('');
  const { dueOn } = board;
  const lines = filteredLines(board.units, filter, text);
  return (
    <>
      <p>{say(dueOn === null ? BOARD_WORDS.noDue : filled(BOARD_WORDS.due, { dueOn }))}</p>
      <fieldset className="board-counts">
        <legend>{say(BOARD_WORDS.filter)}</legend>
        {FILTERS.map((name) => (
          <button
            key={name}
            type="button"
            aria-pressed={name === filter}
            onClick={() => setFilter(name)}
          >
            {say(BOARD_WORDS[name])} <b>{countOf(board, name)}</b>
          </button>
        ))}
      </fieldset>
      <div className="board-tools">
        <Input
          allowClear
          aria-label={say(BOARD_WORDS.search)}
          placeholder={say(BOARD_WORDS.search)}
          value={text}
          onChange={({ target }) => setText(target.value)}
        />
        <Reminder board={board} />
        <AuditExport period={board.period} />
      </div>
      {lines.length === 0 ? (
        <p>{say(BOARD_WORDS.none)}</p>
      ) : (
        <BoardTable period={board.period} lines={lines} />
      )}
    </>
  );
}
