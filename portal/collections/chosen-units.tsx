import { Button } from 'antd';
import { useState } from 'react';
import type { Board, BoardLine } from '../../functions/api/review-schemas.ts';
import { useLanguage } from '../language.tsx';
import { ProblemAlert } from '../problem-alert.tsx';
import { filled } from '../words.ts';
import { BulkReview } from './bulk-review.tsx';
import { COLLECTION_WORDS } from './collection-words.ts';
import { ExtendForm } from './extend-form.tsx';
import { RemindUnits } from './remind-units.tsx';
import { useSettling } from './use-settling.ts';

interface ChosenProps {
  readonly board: Board;
  /** Of finance; departments forward what is theirs, and nothing else. */
  readonly maySettle: boolean;
  readonly lines: readonly BoardLine[];
  readonly onSettled: () => void;
}

/** What finance, or a department, can do with the units that are ticked on the board. */
export function ChosenUnits({ board, maySettle, lines, onSettled }: ChosenProps) {
  const { say } = useLanguage();
  const [isExtending, setExtending] = useState(false);
  const settling = useSettling(board.period, onSettled);
  const { dueOn } = board;
  if (lines.length === 0) return null;
  return (
    <div className="chosen-units">
      <div className="owed-actions">
        <b>{say(filled(COLLECTION_WORDS.chosen, { count: lines.length }))}</b>
        {maySettle && <RemindUnits board={board} lines={lines} settling={settling} />}
        <BulkReview
          period={board.period}
          lines={lines}
          kind={maySettle ? 'approve' : 'forward'}
          onDone={onSettled}
        />
        {maySettle && dueOn !== null && (
          <Button disabled={settling.isBusy} onClick={() => setExtending(true)}>
            {say(COLLECTION_WORDS.extend)}
          </Button>
        )}
      </div>
      {isExtending && dueOn !== null && (
        <ExtendForm
          lines={lines}
          dueOn={dueOn}
          settling={settling}
          onDone={() => setExtending(false)}
        />
      )}
      <ProblemAlert problem={settling.problem} />
    </div>
  );
}
