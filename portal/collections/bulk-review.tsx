import { App, Button } from 'antd';
import { useRef, useState } from 'react';
import type { BoardLine } from '../../functions/api/review-schemas.ts';
import { useLanguage } from '../language.tsx';
import { ProblemAlert } from '../problem-alert.tsx';
import { REVIEW_WORDS } from '../review/review-words.ts';
import { randomKey } from '../send/random-key.ts';
import { useSession } from '../session/session.tsx';
import { filled } from '../words.ts';
import { COLLECTION_WORDS } from './collection-words.ts';
import { isReadyFor } from './ready-lines.ts';

/** Steps that may be taken for many at once. */
type BulkKind = 'forward' | 'approve';

interface BulkProps {
  readonly period: string;
  readonly lines: readonly BoardLine[];
  readonly kind: BulkKind;
  readonly onDone: () => void;
}

/** Takes one step for each of the chosen returns that has no warning; each is recorded on its own. */
export function BulkReview({ period, lines, kind, onDone }: BulkProps) {
  const { say } = useLanguage();
  const { api } = useSession();
  const { modal } = App.useApp();
  const [isBusy, setBusy] = useState(false);
  const [refused, setRefused] = useState<readonly (readonly [string, unknown])[]>([]);
  const ids = useRef(new Map<string, string>());
  const ready = lines.filter((line) => isReadyFor(kind, line));
  const step = kind === 'approve' ? COLLECTION_WORDS.approve : COLLECTION_WORDS.forward;
  const name = say(filled(step, { count: ready.length }));
  if (ready.length === 0 && refused.length === 0) return null;
  const take = async (): Promise<void> => {
    const isSure = await modal.confirm({
      title: name,
      content: ready.map(({ unit }) => unit.name).join('、'),
      okText: name,
      cancelText: say(REVIEW_WORDS.abandon),
    });
    if (!isSure) return;
    setBusy(true);
    const problems: (readonly [string, unknown])[] = [];
    for (const { unit, current } of ready) {
      const revision = current?.revision ?? 0;
      const key = `${kind} ${unit.code} ${revision}`;
      // Tried again after a lost answer, it is the same step.
      const id = ids.current.get(key) ?? randomKey();
      ids.current.set(key, id);
      await api
        .act({ period, unit: unit.code }, revision, { id, action: { kind } })
        .catch((problem: unknown) => problems.push([unit.name, problem]));
    }
    setRefused(problems);
    setBusy(false);
    onDone();
  };
  return (
    <>
      {ready.length > 0 && (
        <Button disabled={isBusy} onClick={take}>
          {name}
        </Button>
      )}
      {refused.map(([unit, problem]) => (
        <div key={unit}>
          {unit}
          <ProblemAlert problem={problem} />
        </div>
      ))}
    </>
  );
}
