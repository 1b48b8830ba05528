import { useCallback } from 'react';
import { useLocation } from 'wouter';
import { useLanguage } from '../language.tsx';
import { ProblemAlert } from '../problem-alert.tsx';
import { PeriodChoice } from '../review/period-choice.tsx';
import { usePageTitle } from '../send/page-title.ts';
import { useFetched } from '../send/use-fetched.ts';
import { SESSION_WORDS } from '../send-words.ts';
import { useSession } from '../session/session.tsx';
import { filled } from '../words.ts';
import { PublicationList } from './publication-list.tsx';
import { LIST_WORDS } from './publication-words.ts';

/** How far the publication of all units is: of the period in the address, or else of the newest. */
export function PublicationsPage({ wanted }: { readonly wanted: string | null }) {
  const { say } = useLanguage();
  const { api } = useSession();
  const [, go] = useLocation();
  const { value: periods, problem } = useFetched(api.periods);
  const period = wanted ?? periods?.at(-1)?.id ?? null;
  const title = say(filled(LIST_WORDS.title, { period: period ?? '' }));
  usePageTitle(title);
  return (
    <section className="wide board">
      <h1>{title}</h1>
      <ProblemAlert problem={problem} />
      {periods !== null && period !== null && (
        <PeriodChoice
          periods={periods}
          period={period}
          onChoose={(chosen) => go(`/publication/${chosen}`)}
        />
      )}
      {period !== null && <OfPeriod key={period} period={period} />}
    </section>
  );
}

function OfPeriod({ period }: { readonly period: string }) {
  const { say } = useLanguage();
  const { api } = useSession();
  const fetched = useFetched(useCallback(() => api.publications(period), [api, period]));
  const { value: list, problem, again } = fetched;
  return (
    <>
      <ProblemAlert problem={problem} />
      {list === null && problem === null && <p>{say(SESSION_WORDS.loading)}</p>}
      {list !== null && list.units.length === 0 && <p>{say(LIST_WORDS.none)}</p>}
      {list !== null && list.units.length > 0 && <PublicationList list={list} onActed={again} />}
    </>
  );
}
