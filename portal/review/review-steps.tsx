import { App, Button } from 'antd';
import { useState } from 'react';
import type { RevisionReviewAnswer } from '../../functions/api/review-schemas.ts';
import { useLanguage } from '../language.tsx';
import { filled } from '../words.ts';
import { ReasonForm } from './reason-form.tsx';
import { REVIEW_WORDS } from './review-words.ts';
import type { Acting } from './use-acting.ts';

type Step = RevisionReviewAnswer['steps'][number];

/** Taken at a question, or with a reason; what else there is has a place of its own. */
const AT_ONCE = ['forward', 'approve', 'take'] as const;
const WITH_REASON = ['send-back', 'accept-specially', 'reopen'] as const;

interface StepsProps {
  readonly own: RevisionReviewAnswer;
  readonly acting: Acting;
}

/** The steps that the API offers to the reader; what one of them waits for stands beside it. */
export function ReviewSteps({ own, acting }: StepsProps) {
  const { say } = useLanguage();
  const [asked, setAsked] = useState<(typeof WITH_REASON)[number] | null>(null);
  const ask = useQuestion(own.revision);
  const of = (kinds: readonly string[]): readonly Step[] =>
    own.steps.filter(({ kind }) => kinds.includes(kind));
  const shown = of([...AT_ONCE, ...WITH_REASON]);
  const step = shown.find(({ kind }) => kind === asked);
  const take = async ({ kind, name }: Step): Promise<void> => {
    const withReason = WITH_REASON.find((each) => each === kind) ?? null;
    setAsked(withReason);
    const atOnce = AT_ONCE.find((each) => each === kind);
    if (atOnce !== undefined && (await ask(say(name)))) await acting.act({ kind: atOnce });
  };
  return (
    <>
      <div className="templates review-steps">
        {shown.map((each) => (
          <Button
            key={each.kind}
            type={each.kind === 'approve' ? 'primary' : 'default'}
            disabled={acting.isBusy || each.refusal !== null}
            onClick={() => take(each)}
          >
            {say(each.name)}
          </Button>
        ))}
      </div>
      {shown.map(
        ({ kind, name, refusal }) =>
          refusal !== null && (
            <p key={kind} className="quiet">
              {say(name)}：{say(refusal)}
            </p>
          ),
      )}
      {asked !== null && step !== undefined && (
        <ReasonForm
          step={step.name}
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

/** Asks whether a step is meant. */
function useQuestion(revision: number): (step: string) => Promise<boolean> {
  const { say } = useLanguage();
  const { modal } = App.useApp();
  return async (step) =>
    (await modal.confirm({
      title: say(filled(REVIEW_WORDS.sure, { step, revision })),
      okText: step,
      cancelText: say(REVIEW_WORDS.abandon),
    })) === true;
}
