import { useCallback, useEffect, useMemo, useState } from 'react';
import type { PublicationAnswer } from '../../functions/api/publication-schemas.ts';
import type { ReviewAnswer } from '../../functions/api/review-schemas.ts';
import type { ReturnKey } from '../api-sending.ts';
import { useLanguage } from '../language.tsx';
import { ProblemAlert } from '../problem-alert.tsx';
import { usePageTitle } from '../send/page-title.ts';
import { useFetched } from '../send/use-fetched.ts';
import { SESSION_WORDS } from '../send-words.ts';
import { useSession } from '../session/session.tsx';
import { filled } from '../words.ts';
import { Editions } from './editions.tsx';
import { PUBLICATION_WORDS } from './publication-words.ts';
import { RevisionToPublish } from './revision-to-publish.tsx';

/** Milliseconds until it is looked again whether what was decided is public. */
const LOOK_AGAIN = 1_500;

/** The publication of what a unit sent: masked, signed off, looked at, signed, and brought to the public. */
export function PublicationPage({ period, unit }: ReturnKey) {
  const { say } = useLanguage();
  const { api } = useSession();
  const place = useMemo(() => ({ period, unit }), [period, unit]);
  const publication = useFetched(useCallback(() => api.publication(place), [api, place]));
  const fetched = useFetched(useCallback(() => api.review(place), [api, place]));
  const [acted, setActed] = useState<ReviewAnswer | null>(null);
  const review = acted ?? fetched.value;
  const told = publication.value;
  const name = told?.unit.name ?? unit;
  const title = say(filled(PUBLICATION_WORDS.title, { period, unit: name }));
  usePageTitle(title);
  useLookAgain(told, review, publication.again);
  const own = review?.revisions.find(({ revision }) => revision === told?.revision);
  const onActed = (now: ReviewAnswer): void => {
    setActed(now);
    publication.again();
  };
  return (
    <section className="wide publication">
      <h1>{title}</h1>
      <ProblemAlert problem={publication.problem ?? fetched.problem} />
      {(told === null || review === null) && <p>{say(SESSION_WORDS.loading)}</p>}
      {told?.revision === null && <p>{say(PUBLICATION_WORDS.nothing)}</p>}
      {told !== null && review !== null && own !== undefined && (
        <RevisionToPublish
          key={own.revision}
          place={place}
          publication={told}
          published={review.published}
          own={own}
          onActed={onActed}
        />
      )}
      {told !== null && <Editions editions={told.editions} />}
    </section>
  );
}

/** What was decided is public, or gone, a few seconds later. */
function useLookAgain(
  told: PublicationAnswer | null,
  review: ReviewAnswer | null,
  again: () => void,
): void {
  const current = told?.editions.find(({ status }) => status === 'current')?.revision ?? null;
  const isBehind = told !== null && review !== null && current !== review.published;
  useEffect(() => {
    if (!isBehind) return;
    const timer = setInterval(again, LOOK_AGAIN);
    return () => clearInterval(timer);
  }, [isBehind, again]);
}
