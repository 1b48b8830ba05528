import { useRef, useState } from 'react';
import type { Act, ReviewAnswer } from '../../functions/api/review-schemas.ts';
import type { ReturnKey } from '../api-sending.ts';
import { randomKey } from '../send/random-key.ts';
import { useSession } from '../session/session.tsx';

/** Somebody at the review of a revision. */
export interface Acting {
  readonly isBusy: boolean;
  /** Why the last step was not taken. */
  readonly problem: unknown;
  /** Takes a step; true once it is taken. One at a time. */
  readonly act: (action: Act['action']) => Promise<boolean>;
}

/** Takes steps of a review. A step that is tried again after a lost answer is the same one. */
export function useActing(
  place: ReturnKey,
  revision: number,
  onTaken: (review: ReviewAnswer) => void,
): Acting {
  const { api } = useSession();
  const [isBusy, setBusy] = useState(false);
  const [problem, setProblem] = useState<unknown>(null);
  const isAtIt = useRef(false);
  const tried = useRef({ action: '', id: '' });
  const act = async (action: Act['action']): Promise<boolean> => {
    if (isAtIt.current) return false;
    isAtIt.current = true;
    setBusy(true);
    setProblem(null);
    const name = JSON.stringify(action);
    if (tried.current.action !== name) tried.current = { action: name, id: randomKey() };
    try {
      onTaken(await api.act(place, revision, { id: tried.current.id, action }));
      tried.current = { action: '', id: '' };
      return true;
    } catch (error) {
      setProblem(error);
      return false;
    } finally {
      isAtIt.current = false;
      setBusy(false);
    }
  };
  return { isBusy, problem, act };
}
