import { Button } from 'antd';
import { useState } from 'react';
import type { Board, BoardLine } from '../../functions/api/review-schemas.ts';
import { useLanguage } from '../language.tsx';
import { ProblemAlert } from '../problem-alert.tsx';
import { filled } from '../words.ts';
import { COLLECTION_WORDS } from './collection-words.ts';
import { ExtendForm } from './extend-form.tsx';
import { useSettling } from './use-settling.ts';

interface ChosenProps {
  readonly board: Board;
  readonly lines: readonly BoardLine[];
  readonly onSettled: () => void;
}

/** What finance can do with the units that are ticked on the board. */
export function ChosenUnits({ board, lines, onSettled }: ChosenProps) {
  const { say } = useLanguage();
  const [isExtending, setExtending] = useState(false);
  const settling = useSettling(board.period, onSettled);
  const { dueOn } = board;
  if (lines.length === 0) return null;
  return (
    <div className="chosen-units">
      <div className="owed-actions">
        <b>{say(filled(COLLECTION_WORDS.chosen, { count: lines.length }))}</b>
        {dueOn !== null && (
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
