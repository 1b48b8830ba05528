import { Link } from 'wouter';
import type { BoardLine } from '../../functions/api/review-schemas.ts';
import { minuteInChina } from '../../shared/severity.ts';
import { useLanguage } from '../language.tsx';
import { daysLeftText } from '../send/due-day.ts';
import { SEND_WORDS, UPLOAD_WORDS } from '../send-words.ts';
import { filled } from '../words.ts';
import { BOARD_WORDS, REVIEW_WORDS } from './review-words.ts';
import { standingText } from './standing-text.ts';

const COLUMNS = ['unit', 'state', 'days', 'newest', 'counts', 'history'] as const;

interface TableProps {
  readonly period: string;
  readonly lines: readonly BoardLine[];
}

/** Units line by line, in the order of the API: whoever is still to send first. */
export function BoardTable({ period, lines }: TableProps) {
  const { say } = useLanguage();
  return (
    <table className="revisions history-table board-table">
      <thead>
        <tr>
          {COLUMNS.map((name) => (
            <th key={name} scope="col">
              {say(BOARD_WORDS[name])}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {lines.map((line) => (
          <UnitRow key={line.unit.code} period={period} line={line} />
        ))}
      </tbody>
    </table>
  );
}

function UnitRow({ period, line }: { readonly period: string; readonly line: BoardLine }) {
  const { say } = useLanguage();
  const { unit, department, isOwed, isOpen, daysLeft, latest, current, review } = line;
  const decided = review?.decided ?? null;
  return (
    <tr className={isOpen ? 'open' : undefined}>
      <th scope="row" data-label={say(BOARD_WORDS.unit)}>
        {unit.name} <span className="code">{unit.code}</span>
        {department !== null && <div className="quiet">{department.name}</div>}
        {!isOwed && <div className="quiet">{say(SEND_WORDS.notOwed)}</div>}
      </th>
      <td data-label={say(BOARD_WORDS.state)}>
        <b>{say(standingText(line))}</b>
        {decided !== null && (
          <div className="quiet">
            {say(filled(REVIEW_WORDS.decided, { ...decided, at: minuteInChina(decided.at) }))}
          </div>
        )}
      </td>
      <td data-label={say(BOARD_WORDS.days)} className={isLate(daysLeft) ? 'late' : undefined}>
        {daysLeft === null ? '—' : say(daysLeftText(daysLeft))}
      </td>
      <td data-label={say(BOARD_WORDS.newest)}>
        {latest === null ? (
          '—'
        ) : (
          <>
            <Link href={`/uploads/${latest.id}`}>
              {say(filled(UPLOAD_WORDS.revisionNumber, { revision: latest.revision }))}
              {latest.status !== 'accepted' && ` · ${say(latest.statusName)}`}
            </Link>
            <div className="quiet">{minuteInChina(latest.receivedAt)}</div>
          </>
        )}
      </td>
      <td data-label={say(BOARD_WORDS.counts)}>
        {current === null ? '—' : say(filled(UPLOAD_WORDS.counts, { ...current.counts }))}
      </td>
      <td>
        <Link href={`/history/${period}/${encodeURIComponent(unit.code)}`}>
          {say(BOARD_WORDS.history)}
        </Link>
      </td>
    </tr>
  );
}

const isLate = (daysLeft: number | null): boolean => daysLeft !== null && daysLeft < 0;
