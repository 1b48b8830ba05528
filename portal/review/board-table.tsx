import { Link } from 'wouter';
import type { BoardLine } from '../../functions/api/review-schemas.ts';
import { minuteInChina } from '../../shared/severity.ts';
import { COLLECTION_WORDS } from '../collections/collection-words.ts';
import { isLate, timingRemark, timingText } from '../collections/timing-text.ts';
import { useLanguage } from '../language.tsx';
import { SEND_WORDS, UPLOAD_WORDS } from '../send-words.ts';
import { filled } from '../words.ts';
import { type Choice, Choose, ChooseAll } from './board-choice.tsx';
import { BOARD_WORDS, REVIEW_WORDS } from './review-words.ts';
import { standingText } from './standing-text.ts';

const COLUMNS = ['unit', 'state', 'days', 'lastAction', 'newest', 'counts', 'history'] as const;

interface TableProps {
  readonly period: string;
  readonly lines: readonly BoardLine[];
  /** Null for those who only look on. */
  readonly choice: Choice | null;
}

/** Units line by line, in the order of the API: whoever is still to send first. */
export function BoardTable({ period, lines, choice }: TableProps) {
  const { say } = useLanguage();
  return (
    <table className="revisions history-table board-table">
      <thead>
        <tr>
          {choice !== null && <ChooseAll lines={lines} choice={choice} />}
          {COLUMNS.map((name) => (
            <th key={name} scope="col">
              {say(name === 'lastAction' ? COLLECTION_WORDS.lastAction : BOARD_WORDS[name])}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {lines.map((line) => (
          <UnitRow key={line.unit.code} period={period} line={line} choice={choice} />
        ))}
      </tbody>
    </table>
  );
}

interface RowProps {
  readonly period: string;
  readonly line: BoardLine;
  readonly choice: Choice | null;
}

function UnitRow({ period, line, choice }: RowProps) {
  const { say } = useLanguage();
  const { unit, department, isOwed, isOpen, latest, current, review, late } = line;
  const decided = review?.decided ?? null;
  return (
    <tr className={isOpen ? 'open' : undefined}>
      {choice !== null && <Choose unit={unit} choice={choice} />}
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
        {late !== null && (
          <div>
            <Link href={`/uploads/${late.id}`}>
              {say(filled(COLLECTION_WORDS.afterClose, { revision: late.revision }))}
            </Link>
          </div>
        )}
      </td>
      <TimingCell line={line} />
      <LastAction line={line} />
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

function TimingCell({ line: { timing, isOpen } }: { readonly line: BoardLine }) {
  const { say } = useLanguage();
  const text = timingText(timing, isOpen);
  const remark = timingRemark(timing);
  return (
    <td data-label={say(BOARD_WORDS.days)} className={isLate(timing, isOpen) ? 'late' : undefined}>
      {text === null ? '—' : say(text)}
      {remark !== null && (
        <div className="quiet" title={timing.extension?.reason}>
          {say(remark)}
        </div>
      )}
    </td>
  );
}

function LastAction({ line: { lastAction } }: { readonly line: BoardLine }) {
  const { say } = useLanguage();
  return (
    <td data-label={say(COLLECTION_WORDS.lastAction)}>
      {lastAction === null ? (
        '—'
      ) : (
        <>
          {say(lastAction.name)}
          <div className="quiet">
            {minuteInChina(lastAction.at)} {lastAction.by}
          </div>
        </>
      )}
    </td>
  );
}
