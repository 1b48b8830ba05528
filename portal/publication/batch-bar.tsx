import { App, Button } from 'antd';
import { useRef, useState } from 'react';
import type { PublicationLine } from '../../functions/api/publication-schemas.ts';
import { useLanguage } from '../language.tsx';
import { ProblemAlert } from '../problem-alert.tsx';
import { REVIEW_WORDS } from '../review/review-words.ts';
import { randomKey } from '../send/random-key.ts';
import { useSession } from '../session/session.tsx';
import { filled } from '../words.ts';
import { NotBefore, timeOf } from './not-before.tsx';
import { LIST_WORDS, PUBLICATION_WORDS } from './publication-words.ts';

interface BarProps {
  readonly period: string;
  readonly ready: readonly PublicationLine[];
  readonly chosen: readonly PublicationLine[];
  readonly onChooseAll: () => void;
  readonly onActed: () => void;
}

/** What became of one unit's publication. */
interface Done {
  readonly unit: string;
  readonly problem: unknown;
}

/** Publishes what is chosen, one act after the other: each is on record for itself. */
export function BatchBar({ period, ready, chosen, onChooseAll, onActed }: BarProps) {
  const { say } = useLanguage();
  const { api } = useSession();
  const { modal } = App.useApp();
  const [time, setTime] = useState('');
  const [isBusy, setBusy] = useState(false);
  const [done, setDone] = useState<readonly Done[]>([]);
  // The same for each try, so that a lost answer publishes nothing twice.
  const batch = useRef({ name: '', id: '' });
  if (ready.length === 0 && done.length === 0) return null;
  const publish = async (): Promise<void> => {
    const title = say(filled(LIST_WORDS.selected, { count: chosen.length }));
    const okText = say(PUBLICATION_WORDS.publish);
    const cancelText = say(REVIEW_WORDS.abandon);
    if (!(await modal.confirm({ title, okText, cancelText }))) return;
    setBusy(true);
    setDone([]);
    const name = JSON.stringify([time, chosen.map(({ unit, revision }) => [unit.code, revision])]);
    if (batch.current.name !== name) batch.current = { name, id: randomKey() };
    const { id } = batch.current;
    const action =
      time === ''
        ? ({ kind: 'publish' } as const)
        : ({ kind: 'schedule', notBefore: timeOf(time) } as const);
    for (const { unit, revision } of chosen) {
      const problem = await api
        .act({ period, unit: unit.code }, revision ?? 0, { id, action })
        .then(
          () => null,
          (error: unknown) => error,
        );
      setDone((before) => [...before, { unit: unit.name, problem }]);
    }
    setBusy(false);
    onActed();
  };
  return (
    <div className="batch">
      <span>{say(filled(LIST_WORDS.selected, { count: chosen.length }))}</span>
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
