import { useMe } from '../session/use-me.ts';
import { maySend } from './history-lines.ts';

/** Whether whoever is signed in may send for a unit; null until it is known. */
export function useMaySend(unit: string): boolean | null {
  const me = useMe();
  return me === null ? null : maySend(me, unit);
}
