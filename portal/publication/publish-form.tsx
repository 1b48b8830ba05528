import { App, Button, Input } from 'antd';
import { useId, useState } from 'react';
import type { RevisionReviewAnswer } from '../../functions/api/review-schemas.ts';
import { useLanguage } from '../language.tsx';
import { REVIEW_WORDS } from '../review/review-words.ts';
import type { Acting } from '../review/use-acting.ts';
import { filled } from '../words.ts';
import { NotBefore, timeOf } from './not-before.tsx';
import { PUBLICATION_WORDS, REASON_WORDS } from './publication-words.ts';

interface FormProps {
  readonly own: RevisionReviewAnswer;
  readonly isErratum: boolean;
  readonly acting: Acting;
  /** Masks that are not saved are not published. */
  readonly isBlocked: boolean;
}

/** Publishes a revision, now or not before a time; an erratum with its reason. */
export function PublishForm({ own, isErratum, acting, isBlocked }: FormProps) {
  const { say } = useLanguage();
  const { modal } = App.useApp();
  const id = useId();
  const [reason, setReason] = useState('');
  const [time, setTime] = useState('');
  const kind = time === '' ? 'publish' : 'schedule';
  const step = own.steps.find((each) => each.kind === kind);
  if (step === undefined) return null;
  const because = isErratum ? { reason: reason.trim() } : {};
  const publish = async (): Promise<void> => {
    const isSure = await modal.confirm({
      title: say(filled(PUBLICATION_WORDS.surePublish, { revision: own.revision })),
      okText: say(step.name),
      cancelText: say(REVIEW_WORDS.abandon),
    });
    if (!isSure) return;
    await acting.act(
      kind === 'publish' ? { kind, ...because } : { kind, notBefore: timeOf(time), ...because },
    );
  };
  const isMissing = isErratum && reason.trim() === '';
  return (
    <div className="publish-form">
      {isErratum && (
        <>
          <label htmlFor={id}>{say(REASON_WORDS.erratum)}</label>
          <Input.TextArea
            id={id}
            maxLength={1000}
            autoSize={{ minRows: 2, maxRows: 5 }}
            value={reason}
            onChange={({ target }) => setReason(target.value)}
          />
        </>
      )}
      <NotBefore value={time} onChange={setTime} />
      <Button
        type="primary"
        disabled={acting.isBusy || isBlocked || isMissing || step.refusal !== null}
        onClick={publish}
      >
        {say(step.name)}
      </Button>
      {isBlocked && <p className="quiet">{say(PUBLICATION_WORDS.saving)}</p>}
      {step.refusal !== null && <p className="quiet">{say(step.refusal)}</p>}
    </div>
  );
}
