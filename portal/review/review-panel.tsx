import { useCallback, useMemo, useState } from 'react';
import { Link, useSearch } from 'wouter';
import type { ReviewAnswer, RevisionReviewAnswer } from '../../functions/api/review-schemas.ts';
import type { UploadStatusAnswer } from '../../functions/api/schemas.ts';
import type { Text } from '../../shared/locale.ts';
import { minuteInChina } from '../../shared/severity.ts';
import { useLanguage } from '../language.tsx';
import { ProblemAlert } from '../problem-alert.tsx';
import { useFetched } from '../send/use-fetched.ts';
import { useSession } from '../session/session.tsx';
import { soughtRowIn } from '../table/sought-row.ts';
import { filled } from '../words.ts';
import { Folded } from './folded.tsx';
import { ReviewDifference } from './review-difference.tsx';
import { ReviewSteps } from './review-steps.tsx';
import { ReviewTable } from './review-table.tsx';
import { ReviewWarnings } from './review-warnings.tsx';
import { REVIEW_WORDS } from './review-words.ts';
import { useActing } from './use-acting.ts';
import { useFindings } from './use-findings.ts';

interface PanelProps {
  readonly upload: UploadStatusAnswer;
  readonly revision: number;
  /** Called when a step was taken: what is said of the upload elsewhere is another then. */
  readonly onActed: () => void;
}

/** Where the review of a revision stands, and what the reader may do with it. */
export function ReviewPanel({ upload, revision, onActed }: PanelProps) {
  const { say } = useLanguage();
  const { api } = useSession();
  const period = upload.period;
  const unit = upload.unit.code;
  const place = useMemo(() => ({ period, unit }), [period, unit]);
  const fetched = useFetched(useCallback(() => api.review(place), [api, place]));
  const found = useFindings(upload.outputs.findings === undefined ? null : upload.id);
  const [acted, setActed] = useState<ReviewAnswer | null>(null);
  const acting = useActing(place, revision, (review) => {
    setActed(review);
    onActed();
  });
  const search = useSearch();
  const sought = useMemo(() => soughtRowIn(search), [search]);
  const review = acted ?? fetched.value;
  const own = review?.revisions.find((each) => each.revision === revision);
  if (own === undefined) return <ProblemAlert problem={fetched.problem} />;
  if (own.state === null && own.steps.length === 0) return null;
  const isAccepted = upload.status === 'accepted' || own.specially !== null;
  const hasTable = isAccepted && upload.duplicateOf === null;
  return (
    <section className="review">
      <ReviewState own={own} />
      <ProblemAlert problem={found.problem} />
      <ReviewWarnings lines={found.value?.lines ?? []} own={own} acting={acting} />
      {hasTable && found.value !== null && (
        <Folded title={say(REVIEW_WORDS.table)} isOpen={own.comments.length > 0 || sought !== null}>
          <ReviewTable
            place={place}
            own={own}
            found={found.value}
            acting={acting}
            sought={sought}
          />
        </Folded>
      )}
      {revision > 1 && hasTable && <ReviewDifference place={place} revision={revision} />}
      <ReviewSteps own={own} acting={acting} />
      {own.state !== null && ON_ITS_WAY.includes(own.state) && (
        <p className="owed-actions">
          <Link href={`/publication/${period}/${encodeURIComponent(unit)}`}>
            {say(REVIEW_WORDS.publication)}
          </Link>
        </p>
      )}
      <ProblemAlert problem={acting.problem} />
    </section>
  );
}

/** Where there is something to see of its publication. */
const ON_ITS_WAY: readonly string[] = ['approved', 'published', 'withdrawn', 'replaced'];

function ReviewState({ own }: { readonly own: RevisionReviewAnswer }) {
  const { say } = useLanguage();
  const { stateName, decided, reason, specially, forwarded, approvals, state } = own;
  const told = (text: Text, by: { readonly name: string; readonly at: string }) =>
    say(filled(text, { ...by, at: minuteInChina(by.at) }));
  return (
    <>
      <h2>{say(REVIEW_WORDS.title)}</h2>
      <p role="status" className={`review-outcome review-${state}`}>
        {stateName !== null && <b>{say(stateName)}</b>}
        {decided !== null && <span>{told(REVIEW_WORDS.decided, decided)}</span>}
        {reason !== null && <span>{say(filled(REVIEW_WORDS.reason, { reason }))}</span>}
      </p>
      {specially !== null && <p>{told(REVIEW_WORDS.specially, specially)}</p>}
      {forwarded !== null && forwarded.at !== decided?.at && (
        <p>{told(REVIEW_WORDS.forwarded, forwarded)}</p>
      )}
      {approvals
        .filter(({ at }) => at !== decided?.at)
        .map((approval) => (
          <p key={approval.at}>{told(REVIEW_WORDS.approval, approval)}</p>
        ))}
    </>
  );
}
