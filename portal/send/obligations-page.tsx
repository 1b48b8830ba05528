import { Button } from 'antd';
import { useState } from 'react';
import { Link, Redirect } from 'wouter';
import type { Obligation } from '../../functions/api/schemas.ts';
import { minuteInChina } from '../../shared/severity.ts';
import { saveBlob } from '../check/save-file.ts';
import { OwedRemarks, OwedTiming } from '../collections/owed-timing.tsx';
import { useLanguage } from '../language.tsx';
import { ProblemAlert } from '../problem-alert.tsx';
import { SEND_WORDS, SESSION_WORDS } from '../send-words.ts';
import { useSession } from '../session/session.tsx';
import { seesBoard, useMe } from '../session/use-me.ts';
import { filled } from '../words.ts';
import { usePageTitle } from './page-title.ts';
import { useFetched } from './use-fetched.ts';

/** What the caller's units owe: periods, days left, templates, and the way to send. */
export function ObligationsPage() {
  const { say } = useLanguage();
  const { api } = useSession();
  const { value: obligations, problem } = useFetched(api.obligations);
  usePageTitle(say(SEND_WORDS.owed));
  return (
    <section className="wide">
      <h1>{say(SEND_WORDS.owed)}</h1>
      <ProblemAlert problem={problem} />
      {obligations === null && problem === null && <p>{say(SESSION_WORDS.loading)}</p>}
      {obligations?.length === 0 && <NothingOwed />}
      <ul className="owed">
        {obligations?.map((one) => (
          <OwedReturn key={`${one.period} ${one.unit.code}`} owed={one} />
        ))}
      </ul>
    </section>
  );
}

/** Whoever looks at others’ returns has a page for that. */
function NothingOwed() {
  const { say } = useLanguage();
  return seesBoard(useMe()) ? <Redirect to="/board" replace /> : <p>{say(SEND_WORDS.none)}</p>;
}

function OwedReturn({ owed }: { readonly owed: Obligation }) {
  const { say } = useLanguage();
  const { period, unit, standing, latest, isOwed, answer } = owed;
  const place = `${period}/${encodeURIComponent(unit.code)}`;
  // Who owes nothing and sent nothing lacks nothing.
  const isQuiet = !isOwed && standing === 'missing';
  return (
    <li className={isQuiet ? 'not-owed' : standing}>
      <h2>
        {say(filled(SEND_WORDS.owedYear, { period }))} {unit.name}{' '}
        <span className="code">{unit.code}</span>
      </h2>
      <p className="standing">
        {!isQuiet && <b className={`standing-${standing}`}>{say(SEND_WORDS[standing])}</b>}
        {answer !== null && <span>{say(answer.kindName)}</span>}
        {!isOwed && <span>{say(SEND_WORDS.notOwed)}</span>}
        {isOwed && <OwedTiming owed={owed} />}
        {latest !== null && (
          <span>
            {say(SEND_WORDS.latest)}：
            <Link href={`/uploads/${latest.id}`}>
              {latest.fileName} · {say(latest.statusName)}
            </Link>{' '}
            {minuteInChina(latest.receivedAt)} {latest.sender.name}
          </span>
        )}
      </p>
      <OwedRemarks owed={owed} />
      <div className="owed-actions">
        <Link href={`/send/${place}`} className="main-link">
          {say(latest === null ? SEND_WORDS.sendFile : SEND_WORDS.sendAgain)}
        </Link>
        <Link href={`/history/${place}`}>{say(SEND_WORDS.history)}</Link>
        {owed.lastYear !== null && (
          <Link href={`/uploads/${owed.lastYear}`}>{say(SEND_WORDS.lastYear)}</Link>
        )}
      </div>
      <ul className="owed-tables" aria-label={say(SEND_WORDS.tables)}>
        {owed.tables.map((table) => (
          <OwedTable key={table.form} owed={owed} table={table} />
        ))}
      </ul>
    </li>
  );
}

interface TableProps {
  readonly owed: Obligation;
  readonly table: Obligation['tables'][number];
}

/** A table that is owed, by its title, with its templates. */
function OwedTable({ owed, table: { form, title, attachment } }: TableProps) {
  const { period, unit, lastYear } = owed;
  const { say } = useLanguage();
  const { api } = useSession();
  const [problem, setProblem] = useState<unknown>(null);
  const fetchTemplate = async (from: 'blank' | 'last-year'): Promise<void> => {
    setProblem(null);
    await api.template({ period, unit: unit.code }, form, from).then(saveBlob, setProblem);
  };
  return (
    <li>
      <span>
        {attachment !== null && <b>{attachment}</b>} {title}
      </span>
      <Button onClick={() => fetchTemplate('blank')}>{say(SEND_WORDS.blankTemplate)}</Button>
      {lastYear !== null && (
        <Button onClick={() => fetchTemplate('last-year')}>{say(SEND_WORDS.filledTemplate)}</Button>
      )}
      <ProblemAlert problem={problem} />
    </li>
  );
}
