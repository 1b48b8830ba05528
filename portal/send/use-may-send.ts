import { useSession } from '../session/session.tsx';
import { maySend } from './history-lines.ts';
import { useFetched } from './use-fetched.ts';

/** Whether whoever is signed in may send for a unit; null until it is known. */
export function useMaySend(unit: string): boolean | null {
  const { api } = useSession();
  const { value } = useFetched(api.me);
  return value === null ? null : maySend(value, unit);
}
