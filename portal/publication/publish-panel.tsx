import { Button } from 'antd';
import { useState } from 'react';
import type { PreviewAnswer, PublicationAnswer } from '../../functions/api/publication-schemas.ts';
import type { RevisionReviewAnswer } from '../../functions/api/review-schemas.ts';
import { minuteInChina } from '../../shared/severity.ts';
import { useLanguage } from '../language.tsx';
import { ReasonForm } from '../review/reason-form.tsx';
import type { Acting } from '../review/use-acting.ts';
import { filled } from '../words.ts';
import { Erratum } from './erratum.tsx';
import { LIST_WORDS, PUBLICATION_WORDS, REASON_WORDS } from './publication-words.ts';
import { PublishForm } from './publish-form.tsx';

interface PanelProps {
  readonly publication: PublicationAnswer;
  readonly own: RevisionReviewAnswer;
  /** What it would change of what is public; null where it would be the first, or is not known yet. */
  readonly erratum: PreviewAnswer['erratum'];
  readonly isErratum: boolean;
  readonly acting: Acting;
  readonly isBlocked: boolean;
}

/** Whether it is public and where; publishing it, and taking it back. */
export function PublishPanel(props: PanelProps) {
  const { say } = useLanguage();
  const { publication, own, erratum, isErratum, acting, isBlocked } = props;
  const { scheduled, unscheduled, state } = own;
  return (
    <section aria-labelledby="publish-title">
      <h2 id="publish-title">{say(PUBLICATION_WORDS.publish)}</h2>
      <Address address={publication.address} isPublic={state === 'published'} />
      {unscheduled !== null && (
        <p className="late">{say(filled(LIST_WORDS.unscheduled, unscheduled))}</p>
      )}
      {scheduled !== null && (
        <p>
          {say(
            filled(PUBLICATION_WORDS.isScheduled, {
              name: scheduled.name,
              at: minuteInChina(scheduled.notBefore),
            }),
          )}
        </p>
      )}
      {erratum !== null && state === 'approved' && <Erratum erratum={erratum} />}
      <PublishForm own={own} isErratum={isErratum} acting={acting} isBlocked={isBlocked} />
      <TakeBack own={own} acting={acting} />
    </section>
  );
}

function Address({
  address,
  isPublic,
}: {
  readonly address: string | null;
  readonly isPublic: boolean;
}) {
  const { say } = useLanguage();
  if (address === null) return <p className="quiet">{say(PUBLICATION_WORDS.noAddress)}</p>;
  return isPublic ? (
    <p>
      {say(PUBLICATION_WORDS.isPublic)} <a href={address}>{address}</a>
    </p>
  ) : (
    <p className="quiet">
      {say(PUBLICATION_WORDS.willBe)} {address}
    </p>
  );
}

const BACKWARDS = ['unschedule', 'withdraw'] as const;

/** Takes a schedule back, or what is public. */
function TakeBack({ own, acting }: Pick<PanelProps, 'own' | 'acting'>) {
  const { say } = useLanguage();
  const [asked, setAsked] = useState<(typeof BACKWARDS)[number] | null>(null);
  const offered = BACKWARDS.flatMap((kind) => own.steps.find((each) => each.kind === kind) ?? []);
  const step = offered.find(({ kind }) => kind === asked);
  return (
    <>
      <div className="templates">
        {offered.map(({ kind, name }) => (
          <Button
            key={kind}
            danger={kind === 'withdraw'}
            disabled={acting.isBusy}
            onClick={() => setAsked(kind === 'withdraw' ? 'withdraw' : 'unschedule')}
          >
            {say(name)}
          </Button>
        ))}
      </div>
      {asked !== null && step !== undefined && (
        <ReasonForm
          step={step.name}
          label={REASON_WORDS[asked]}
          isBusy={acting.isBusy}
          onGive={async (reason) => {
            if (await acting.act({ kind: asked, reason })) setAsked(null);
          }}
          onAbandon={() => setAsked(null)}
        />
      )}
    </>
  );
}
