import { useState } from 'react';
import type { Difference } from '../../functions/api/schemas.ts';
import type { ReturnKey } from '../api-sending.ts';
import { useLanguage } from '../language.tsx';
import { ProblemAlert } from '../problem-alert.tsx';
import { DifferenceView } from '../send/difference-view.tsx';
import { UPLOAD_WORDS } from '../send-words.ts';
import { useSession } from '../session/session.tsx';

interface DifferenceProps {
  readonly place: ReturnKey;
  readonly revision: number;
}

/** What changed since the accepted revision before, once somebody asks. */
export function ReviewDifference({ place, revision }: DifferenceProps) {
  const { say } = useLanguage();
  const { api } = useSession();
  const [difference, setDifference] = useState<Difference | null>(null);
  const [problem, setProblem] = useState<unknown>(null);
  const open = (isOpen: boolean): void => {
    if (!isOpen || difference !== null) return;
    setProblem(null);
    api.difference(place, revision).then(setDifference, setProblem);
  };
  return (
    <details className="review-more" onToggle={({ currentTarget }) => open(currentTarget.open)}>
      <summary>{say(UPLOAD_WORDS.compare)}</summary>
      <ProblemAlert problem={problem} />
      {difference !== null && <DifferenceView difference={difference} />}
    </details>
  );
}
