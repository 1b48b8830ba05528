import { Alert, Button } from 'antd';
import { useLanguage } from '../language.tsx';
import { ProblemAlert } from '../problem-alert.tsx';
import { filled } from '../words.ts';
import { FormPart } from './form-rows.tsx';
import { ImpactResult } from './impact-result.tsx';
import { type ImpactTrial, type PolicyDraft, trialAge } from './impact-trial.ts';
import { IMPACT_WORDS } from './impact-words.ts';
import { useImpactTrial } from './use-impact-trial.ts';

interface PartProps {
  readonly period: string;
  readonly draft: PolicyDraft;
  /** Digest of the settings that hold. */
  readonly basedOn: string;
}

/** What the draft would make of the tables that were filed, before it is saved. */
export function ImpactPart({ period, draft, basedOn }: PartProps) {
  const { say } = useLanguage();
  const { trial, start, goOn, stop } = useImpactTrial(period);
  const isRunning = trial?.state === 'running';
  return (
    <FormPart title={say(IMPACT_WORDS.title)}>
      <div className="impact">
        <p className="quiet">{say(IMPACT_WORDS.intro)}</p>
        <p className="quiet">{say(IMPACT_WORDS.stays)}</p>
        <div className="owed-actions">
          {isRunning ? (
            <Button onClick={stop}>{say(IMPACT_WORDS.stop)}</Button>
          ) : (
            <Button onClick={() => start(draft, basedOn)}>
              {say(trial === null ? IMPACT_WORDS.start : IMPACT_WORDS.again)}
            </Button>
          )}
          {trial?.state === 'stopped' && <Button onClick={goOn}>{say(IMPACT_WORDS.goOn)}</Button>}
          {isRunning && <TrialProgress trial={trial} />}
        </div>
        <ProblemAlert problem={trial?.problem ?? null} />
        {trial !== null && !isRunning && (
          <TrialOutcome trial={trial} age={trialAge(trial, draft, basedOn)} />
        )}
      </div>
    </FormPart>
  );
}

function TrialProgress({ trial: { done, total } }: { readonly trial: ImpactTrial }) {
  const { say } = useLanguage();
  const text =
    total === null
      ? say(IMPACT_WORDS.waiting)
      : say(filled(IMPACT_WORDS.progress, { done, total }));
  const reached = total === null ? {} : { max: total, value: done };
  return (
    <>
      <progress aria-label={say(IMPACT_WORDS.title)} {...reached} />
      <span role="status">{text}</span>
    </>
  );
}

interface OutcomeProps {
  readonly trial: ImpactTrial;
  readonly age: ReturnType<typeof trialAge>;
}

function TrialOutcome({ trial: { state, done, total, tables }, age }: OutcomeProps) {
  const { say } = useLanguage();
  if (state === 'ended' && done === 0) return <p role="status">{say(IMPACT_WORDS.nothing)}</p>;
  if (total === null) return null;
  const text = filled(state === 'ended' ? IMPACT_WORDS.progress : IMPACT_WORDS.stopped, {
    done,
    total,
  });
  return (
    <>
      {age !== 'current' && <Alert type="warning" showIcon title={say(IMPACT_WORDS[age])} />}
      <p role="status">{say(text)}</p>
      <ImpactResult tables={tables} />
    </>
  );
}
