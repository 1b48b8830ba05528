import { useRef, useState } from 'react';
import type { PeriodAct } from '../../functions/api/collection-schemas.ts';
import { randomKey } from '../send/random-key.ts';
import { useSession } from '../session/session.tsx';

/** Somebody of finance who settles a period. */
export interface Settling {
  readonly isBusy: boolean;
  /** Why the last act was not taken. */
  readonly problem: unknown;
  /** Takes acts one after another; true once all are taken. */
  readonly settle: (...actions: readonly PeriodAct['action'][]) => Promise<boolean>;
}

/** Settles a period. An act that is tried again after a lost answer is the same one. */
export function useSettling(period: string, onSettled: () => void): Settling {
  const { api } = useSession();
  const [isBusy, setBusy] = useState(false);
  const [problem, setProblem] = useState<unknown>(null);
  const ids = useRef(new Map<string, string>());
  const settle: Settling['settle'] = async (...actions) => {
    setBusy(true);
    setProblem(null);
    try {
      for (const action of actions) {
        const name = JSON.stringify(action);
        const id = ids.current.get(name) ?? randomKey();
        ids.current.set(name, id);
        await api.settle(period, { id, action });
        ids.current.delete(name);
      }
      return true;
    } catch (error) {
      setProblem(error);
      return false;
    } finally {
      setBusy(false);
      onSettled();
    }
  };
  return { isBusy, problem, settle };
}
