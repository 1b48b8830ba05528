import { useCallback } from 'react';
import { useLanguage } from '../language.tsx';
import { ProblemAlert } from '../problem-alert.tsx';
import { PeriodPage } from '../review/period-page.tsx';
import { useFetched } from '../send/use-fetched.ts';
import { SESSION_WORDS } from '../send-words.ts';
import { useSession } from '../session/session.tsx';
import { PublicationList } from './publication-list.tsx';
import { LIST_WORDS } from './publication-words.ts';

/** How far the publication of all units is: of the period in the address, or else of the newest. */
export function PublicationsPage({ wanted }: { readonly wanted: string | null }) {
  return (
    <PeriodPage wanted={wanted} title={LIST_WORDS.title} path="/publication">
      {(period) => <OfPeriod key={period} period={period} />}
    </PeriodPage>
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
