import { useCallback } from 'react';
import type { Me } from '../../functions/api/people-schemas.ts';
import { useFetched } from '../send/use-fetched.ts';
import { useSession } from './session.tsx';

/** Who is signed in; null while that is not known, and before the first password is changed. */
export function useMe(): Me | null {
  const { api, session } = useSession();
  const isHere = session !== null && !session.mustChangePassword;
  return useFetched(useCallback(async () => (isHere ? api.me() : null), [api, isHere])).value;
}

/** True for those to whom the API shows the board. */
export const seesBoard = (me: Me | null): boolean =>
  me?.groups.some((group) => group !== 'unit') === true;
