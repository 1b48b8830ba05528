import { App, Button } from 'antd';
import { useState } from 'react';
import type { PublicationLine } from '../../functions/api/publication-schemas.ts';
import { useLanguage } from '../language.tsx';
import { ProblemAlert } from '../problem-alert.tsx';
import { REVIEW_WORDS } from '../review/review-words.ts';
import { filled } from '../words.ts';
import { NotBefore, timeOf } from './not-before.tsx';
import { LIST_WORDS, PUBLICATION_WORDS } from './publication-words.ts';
import { useBatch } from './use-batch.ts';

interface BarProps {
  readonly period: string;
  readonly ready: readonly PublicationLine[];
  readonly chosen: readonly PublicationLine[];
  readonly onChooseAll: () => void;
  readonly onActed: () => void;
}

/** Publishes what is chosen in one go, now or not before a time. */
export function BatchBar({ period, ready, chosen, onChooseAll, onActed }: BarProps) {
  const { say } = useLanguage();
  const { modal } = App.useApp();
  const [time, setTime] = useState('');
  const { isBusy, done, act } = useBatch(period, onActed);
  const selected = say(filled(LIST_WORDS.selected, { count: chosen.length }));
  if (ready.length === 0 && done.length === 0) return null;
  const publish = async (): Promise<void> => {
    const isSure = await modal.confirm({
      title: selected,
      okText: say(PUBLICATION_WORDS.publish),
      cancelText: say(REVIEW_WORDS.abandon),
    });
    if (!isSure) return;
    await act(
      chosen,
      time === '' ? { kind: 'publish' } : { kind: 'schedule', notBefore: timeOf(time) },
    );
  };
  return (
    <div className="batch">
      <span>{selected}</span>
      <Button size="small" disabled={isBusy} onClick={onChooseAll}>
        {say(LIST_WORDS.selectAll)}
      </Button>
      <NotBefore value={time} onChange={setTime} />
      <Button type="primary" disabled={isBusy || chosen.length === 0} onClick={publish}>
        {say(PUBLICATION_WORDS.publish)}
      </Button>
      <ul aria-live="polite">
        {done.map(({ unit, problem }) => (
          <li key={unit}>
            {problem === null ? (
              say(filled(LIST_WORDS.done, { unit }))
            ) : (
              <>
                {unit} <ProblemAlert problem={problem} />
              </>
            )}
          </li>
        ))}
      </ul>
    </div>
  );
}
