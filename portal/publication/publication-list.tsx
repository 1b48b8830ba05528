import { useState } from 'react';
import { Link } from 'wouter';
import type {
  PublicationList as List,
  PublicationLine,
} from '../../functions/api/publication-schemas.ts';
import { minuteInChina } from '../../shared/severity.ts';
import { useLanguage } from '../language.tsx';
import { BOARD_WORDS } from '../review/review-words.ts';
import { filled } from '../words.ts';
import { BatchBar } from './batch-bar.tsx';
import { daysText } from './days-text.ts';
import { LIST_WORDS } from './publication-words.ts';

const COLUMNS = ['unit', 'state', 'waits', 'days', 'published'] as const;

interface ListProps {
  readonly list: List;
  readonly onActed: () => void;
}

/** Units line by line; what is ready can be chosen and published in one go. */
export function PublicationList({ list, onActed }: ListProps) {
  const { say } = useLanguage();
  const [chosen, setChosen] = useState<ReadonlySet<string>>(new Set());
  const ready = list.units.filter(({ isReady, isErratum }) => isReady && !isErratum);
  const toggle = (code: string): void => {
    const next = new Set(chosen);
    if (!next.delete(code)) next.add(code);
    setChosen(next);
  };
  return (
    <>
      <BatchBar
        period={list.period}
        ready={ready}
        chosen={ready.filter(({ unit }) => chosen.has(unit.code))}
        onChooseAll={() => setChosen(new Set(ready.map(({ unit }) => unit.code)))}
        onActed={onActed}
      />
      <table className="revisions history-table board-table">
        <thead>
          <tr>
            {COLUMNS.map((name) => (
              <th key={name} scope="col">
                {say(LIST_WORDS[name])}
              </th>
            ))}
            <td />
          </tr>
        </thead>
        <tbody>
          {list.units.map((line) => (
            <Line
              key={line.unit.code}
              line={line}
              period={list.period}
              isChosen={chosen.has(line.unit.code)}
              onToggle={ready.includes(line) ? toggle : null}
            />
          ))}
        </tbody>
      </table>
    </>
  );
}

interface LineProps {
  readonly line: PublicationLine;
  readonly period: string;
  readonly isChosen: boolean;
  /** Null for what cannot be published in one go with others. */
  readonly onToggle: ((code: string) => void) | null;
}

function Line({ line, period, isChosen, onToggle }: LineProps) {
  const { say } = useLanguage();
  const { unit, department, stateName, waits, scheduled, unscheduled, publishedAt, address } = line;
  return (
    <tr>
      <th scope="row" data-label={say(LIST_WORDS.unit)}>
        {onToggle !== null && (
          <input
            type="checkbox"
            aria-label={say(filled(LIST_WORDS.choose, { unit: unit.name }))}
            checked={isChosen}
            onChange={() => onToggle(unit.code)}
          />
        )}{' '}
        {unit.name} <span className="code">{unit.code}</span>
        {department !== null && <div className="quiet">{department.name}</div>}
      </th>
      <td data-label={say(LIST_WORDS.state)}>
        <b>{say(stateName)}</b>
        {unscheduled !== null && (
          <div className="late">{say(filled(LIST_WORDS.unscheduled, unscheduled))}</div>
        )}
        {scheduled !== null && (
          <div className="quiet">
            {say(filled(LIST_WORDS.scheduled, { at: minuteInChina(scheduled.notBefore) }))}
          </div>
        )}
      </td>
      <td data-label={say(LIST_WORDS.waits)}>
        {waits === null ? '—' : `${say(waits.who)}：${say(waits.what)}`}
        {line.isReady && line.isErratum && (
          <div className="quiet">{say(LIST_WORDS.erratumApart)}</div>
        )}
      </td>
      <td data-label={say(LIST_WORDS.days)}>
        <Days line={line} />
      </td>
      <td data-label={say(LIST_WORDS.published)}>
        {publishedAt === null ? '—' : minuteInChina(publishedAt)}
        {address !== null && (
          <div>
            <a href={address}>{address}</a>
          </div>
        )}
      </td>
      <td className="row-actions">
        <Link href={`/publication/${period}/${encodeURIComponent(unit.code)}`}>
          {say(LIST_WORDS.open)}
        </Link>{' '}
        <Link href={`/history/${period}/${encodeURIComponent(unit.code)}`}>
          {say(BOARD_WORDS.history)}
        </Link>
      </td>
    </tr>
  );
}

function Days({ line: { dueOn, daysLeft } }: { readonly line: PublicationLine }) {
  const { say } = useLanguage();
  if (dueOn === null) return <span className="quiet">{say(LIST_WORDS.noDay)}</span>;
  return (
    <>
      {dueOn}
      {daysLeft !== null && (
        <div className={daysLeft < 0 ? 'late' : undefined}>{say(daysText(daysLeft))}</div>
      )}
    </>
  );
}
