import { Alert, Button } from 'antd';
import { useState } from 'react';
import type { Board } from '../../functions/api/review-schemas.ts';
import { minuteInChina } from '../../shared/severity.ts';
import { useLanguage } from '../language.tsx';
import { ProblemAlert } from '../problem-alert.tsx';
import { ReasonForm } from '../review/reason-form.tsx';
import { filled } from '../words.ts';
import { COLLECTION_WORDS } from './collection-words.ts';
import { useSettling } from './use-settling.ts';

interface StandingProps {
  readonly board: Board;
  /** The reader may close and open the period. */
  readonly maySettle: boolean;
  readonly onSettled: () => void;
}

/** Until when a period runs, whether it is closed, and closing it. */
export function PeriodStanding({ board, maySettle, onSettled }: StandingProps) {
  const { say } = useLanguage();
  const { dueOn, graceDays, closed } = board;
  const [isAsked, setAsked] = useState(false);
  const settling = useSettling(board.period, onSettled);
  const kind = closed === null ? 'close-period' : 'reopen-period';
  const step = closed === null ? COLLECTION_WORDS.close : COLLECTION_WORDS.reopen;
  const dates =
    dueOn === null
      ? COLLECTION_WORDS.noDue
      : filled(COLLECTION_WORDS.dates, { dueOn, grace: graceDays });
  return (
    <div className="period-standing">
      <p>{say(dates)}</p>
      {closed !== null && (
        <Alert
          type="warning"
          showIcon
          title={say(
            filled(COLLECTION_WORDS.isClosed, { ...closed, at: minuteInChina(closed.at) }),
          )}
        />
      )}
      {maySettle && !isAsked && <Button onClick={() => setAsked(true)}>{say(step)}</Button>}
      {isAsked && (
        <>
          {closed === null && <p className="quiet">{say(COLLECTION_WORDS.closeAdvice)}</p>}
          <ReasonForm
            step={step}
            isBusy={settling.isBusy}
            onGive={async (reason) => {
              if (await settling.settle({ kind, reason })) setAsked(false);
            }}
            onAbandon={() => setAsked(false)}
          />
        </>
      )}
      <ProblemAlert problem={settling.problem} />
    </div>
  );
}
