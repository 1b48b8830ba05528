import { Button } from 'antd';
import { useId, useState } from 'react';
import type { PublicationAnswer } from '../../functions/api/publication-schemas.ts';
import type { RevisionReviewAnswer } from '../../functions/api/review-schemas.ts';
import { useLanguage } from '../language.tsx';
import type { Acting } from '../review/use-acting.ts';
import { filled } from '../words.ts';
import { daysText } from './days-text.ts';
import { PUBLICATION_WORDS } from './publication-words.ts';

interface DayProps {
  readonly publication: PublicationAnswer;
  readonly own: RevisionReviewAnswer;
  readonly acting: Acting;
}

/** The day on which the department's accounts were approved, and how long there is until publication. */
export function AccountsDay({ publication, own, acting }: DayProps) {
  const { say } = useLanguage();
  const id = useId();
  const { accountsOn, dueOn, daysLeft } = publication;
  const [day, setDay] = useState(accountsOn ?? '');
  const step = own.steps.find(({ kind }) => kind === 'note-accounts');
  return (
    <div className="accounts-day">
      <label htmlFor={id}>{say(PUBLICATION_WORDS.accounts)}</label>{' '}
      <input
        id={id}
        type="date"
        value={day}
        disabled={step === undefined}
        onChange={({ target }) => setDay(target.value)}
      />{' '}
      {step !== undefined && (
        <Button
          size="small"
          disabled={acting.isBusy || day === '' || day === accountsOn}
          onClick={() => acting.act({ kind: 'note-accounts', on: day })}
        >
          {say(PUBLICATION_WORDS.note)}
        </Button>
      )}{' '}
      {dueOn !== null && (
        <span>
          {say(filled(PUBLICATION_WORDS.due, { dueOn }))}{' '}
          {daysLeft !== null && (
            <b className={daysLeft < 0 ? 'late' : undefined}>{say(daysText(daysLeft))}</b>
          )}
        </span>
      )}
    </div>
  );
}
