import { Button, Input } from 'antd';
import { useId, useState } from 'react';
import type { Text } from '../../shared/locale.ts';
import { useLanguage } from '../language.tsx';
import { filled } from '../words.ts';
import { REVIEW_WORDS } from './review-words.ts';

/** As the review allows. */
const MOST_REASON = 1000;

interface FormProps {
  readonly step: Text;
  /** What the reason is for, where others than the unit read it. */
  readonly label?: Text;
  readonly isBusy: boolean;
  readonly onGive: (reason: string) => void;
  readonly onAbandon: () => void;
}

/** Asks for the reason of a step before it is taken. */
export function ReasonForm({ step, label, isBusy, onGive, onAbandon }: FormProps) {
  const { say } = useLanguage();
  const id = useId();
  const [reason, setReason] = useState('');
  return (
    <div className="answer-form">
      <label htmlFor={id}>
        {say(label ?? filled(REVIEW_WORDS.typeReason, { step: say(step) }))}
      </label>
      <Input.TextArea
        id={id}
        autoFocus
        maxLength={MOST_REASON}
        autoSize={{ minRows: 2, maxRows: 6 }}
        value={reason}
        onChange={({ target }) => setReason(target.value)}
      />
      <div className="templates">
        <Button
          type="primary"
          disabled={isBusy || reason.trim() === ''}
          onClick={() => onGive(reason.trim())}
        >
          {say(step)}
        </Button>
        <Button onClick={onAbandon}>{say(REVIEW_WORDS.abandon)}</Button>
      </div>
    </div>
  );
}
