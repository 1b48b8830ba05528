import { useRef, useState } from 'react';
import type { RegisterAnswer } from '../../functions/api/collection-schemas.ts';
import type { RegisterEntry } from '../../shared/register/register-entry.ts';
import { randomKey } from '../send/random-key.ts';
import { useSession } from '../session/session.tsx';

/** Units that the API changes in one act. */
const AT_ONCE = 200;

/** The register as it stands, and changing it. */
export interface RegisterChange {
  readonly register: RegisterAnswer;
  readonly isBusy: boolean;
  readonly isSaved: boolean;
  /** Why the last change was not made. */
  readonly problem: unknown;
  /** Puts units in their places; those above before those below. True once all are there. */
  readonly put: (units: readonly RegisterEntry[], reason: string) => Promise<boolean>;
}

/** Changes the register, part by part where there is much; a part that is tried again is the same one. */
export function useRegisterChange(found: RegisterAnswer): RegisterChange {
  const { api } = useSession();
  const [register, setRegister] = useState(found);
  const [isBusy, setBusy] = useState(false);
  const [isSaved, setSaved] = useState(false);
  const [problem, setProblem] = useState<unknown>(null);
  const tried = useRef({ name: '', id: '' });
  const put: RegisterChange['put'] = async (units, reason) => {
    setBusy(true);
    setSaved(false);
    setProblem(null);
    try {
      let { version: basedOn } = register;
      for (let from = 0; from < units.length; from += AT_ONCE) {
        const part = units.slice(from, from + AT_ONCE);
        const name = JSON.stringify([part, reason, basedOn]);
        if (tried.current.name !== name) tried.current = { name, id: randomKey() };
        const { id } = tried.current;
        const next = await api.changeRegister({ id, basedOn, reason, units: [...part] });
        setRegister(next);
        basedOn = next.version;
      }
      setSaved(true);
      return true;
    } catch (error) {
      setProblem(error);
      return false;
    } finally {
      setBusy(false);
    }
  };
  return { register, isBusy, isSaved, problem, put };
}
