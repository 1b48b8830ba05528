import { Alert } from 'antd';
import { useEffect, useState } from 'react';
import { Link, useLocation } from 'wouter';
import type { Session } from '../../functions/api/people-schemas.ts';
import type { Text } from '../../shared/locale.ts';
import { useLanguage } from '../language.tsx';
import { ProblemAlert } from '../problem-alert.tsx';
import { SESSION_WORDS } from '../send-words.ts';
import { filled } from '../words.ts';
import { announceArrival } from './arrival.ts';
import { type Arrival, arrivalIn } from './provider.ts';
import { useSession } from './session.tsx';

/** Where the provider sends the browser back to: takes the session, and goes where the person was. */
export function ArrivedPage() {
  const { say } = useLanguage();
  const { api, take } = useSession();
  const [, go] = useLocation();
  const [arrival] = useState(arrivedOnce);
  const [end, setEnd] = useState<{ readonly problem: unknown } | 'elsewhere' | null>(null);
  useEffect(() => {
    if (arrival.kind !== 'code') return;
    const enter = (session: Session): void => {
      if (arrival.returnTo === null) {
        announceArrival(session);
        setEnd('elsewhere');
        window.close();
      } else {
        take(session);
        go(arrival.returnTo, { replace: true });
      }
    };
    api.finishSignIn(arrival.answer).then(enter, (problem: unknown) => setEnd({ problem }));
    // Once, for the one code: a second try would be refused.
  }, [arrival]);
  const reason = reasonOf(arrival);
  return (
    <section className="narrow">
      <h1>{say(SESSION_WORDS.signIn)}</h1>
      {reason !== null && (
        <Alert
          type="error"
          showIcon
          title={say(filled(SESSION_WORDS.notArrived, { reason: say(reason) }))}
        />
      )}
      {end === 'elsewhere' && <p role="status">{say(SESSION_WORDS.arrived)}</p>}
      {end !== null && end !== 'elsewhere' && <ProblemAlert problem={end.problem} />}
      {reason === null && end === null && <p role="status">{say(SESSION_WORDS.arriving)}</p>}
      {end !== 'elsewhere' && (reason !== null || end !== null) && (
        <Link href="/send">{say(SESSION_WORDS.signInAgain)}</Link>
      )}
    </section>
  );
}

/** The answer of this address: a page that is drawn twice is still one arrival. */
let last: { readonly search: string; readonly arrival: Arrival } | null = null;

function arrivedOnce(): Arrival {
  const { search } = window.location;
  if (last?.search !== search) last = { search, arrival: arrivalIn(search) };
  return last.arrival;
}

function reasonOf(arrival: Arrival): Text | null {
  if (arrival.kind === 'unknown') return SESSION_WORDS.notBegunHere;
  return arrival.kind === 'refused' ? { zh: arrival.reason, en: arrival.reason } : null;
}
