import { Button, Input } from 'antd';
import { useId, useState } from 'react';
import type { BoardLine } from '../../functions/api/review-schemas.ts';
import { useLanguage } from '../language.tsx';
import { filled } from '../words.ts';
import { COLLECTION_WORDS } from './collection-words.ts';
import type { Settling } from './use-settling.ts';

interface ExtendProps {
  readonly lines: readonly BoardLine[];
  /** The period's own last day. */
  readonly dueOn: string;
  readonly settling: Settling;
  readonly onDone: () => void;
}

/** Gives units a later last day, or takes it away; each is an act of its own. */
export function ExtendForm({ lines, dueOn, settling, onDone }: ExtendProps) {
  const { say } = useLanguage();
  const id = useId();
  const [day, setDay] = useState('');
  const [reason, setReason] = useState('');
  const give = async (until: string | null, of: readonly BoardLine[]): Promise<void> => {
    const acts = of.map(({ unit }) => ({
      kind: 'extend' as const,
      unit: unit.code,
      dueOn: until,
      reason,
    }));
    if (await settling.settle(...acts)) onDone();
  };
  const extended = lines.filter(({ timing }) => timing.extension !== null);
  const isReasoned = reason.trim() !== '' && !settling.isBusy;
  return (
    <form
      className="answer-form"
      onSubmit={(event) => {
        event.preventDefault();
        void give(day, lines);
      }}
    >
      <h2>{say(filled(COLLECTION_WORDS.extendTitle, { count: lines.length }))}</h2>
      <label>
        {say(COLLECTION_WORDS.extendTo)}{' '}
        <input
          type="date"
          required
          min={dueOn}
          value={day}
          onChange={({ target }) => setDay(target.value)}
        />
      </label>
      <label htmlFor={id}>{say(COLLECTION_WORDS.reason)}</label>
      <Input
        id={id}
        required
        maxLength={1000}
        value={reason}
        onChange={({ target }) => setReason(target.value)}
      />
      <div className="owed-actions">
        <Button type="primary" htmlType="submit" disabled={!isReasoned || day <= dueOn}>
          {say(COLLECTION_WORDS.extend)}
        </Button>
        {extended.length > 0 && (
          <Button disabled={!isReasoned} onClick={() => give(null, extended)}>
            {say(COLLECTION_WORDS.withdraw)}
          </Button>
        )}
        <Button onClick={onDone}>{say(COLLECTION_WORDS.abandon)}</Button>
      </div>
    </form>
  );
}
