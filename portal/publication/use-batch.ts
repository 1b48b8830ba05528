import { useRef, useState } from 'react';
import type { PublicationLine } from '../../functions/api/publication-schemas.ts';
import type { Act } from '../../functions/api/review-schemas.ts';
import { randomKey } from '../send/random-key.ts';
import { useSession } from '../session/session.tsx';

/** What became of one unit's publication; null for no problem. */
interface Done {
  readonly unit: string;
  readonly problem: unknown;
}

/** Takes the same step with one unit after the other: each is an act on record for itself. */
export function useBatch(period: string, onActed: () => void) {
  const { api } = useSession();
  const [isBusy, setBusy] = useState(false);
  const [done, setDone] = useState<readonly Done[]>([]);
  // The same while it is tried again, so that a lost answer publishes nothing twice.
  const tried = useRef({ name: '', id: '' });
  const act = async (
    lines: readonly PublicationLine[],
    action: Extract<Act['action'], { kind: 'publish' | 'schedule' }>,
  ): Promise<void> => {
    const name = JSON.stringify([action, lines.map(({ unit, revision }) => [unit.code, revision])]);
    if (tried.current.name !== name) tried.current = { name, id: randomKey() };
    const { id } = tried.current;
    setBusy(true);
    setDone([]);
    let isWhole = true;
    for (const { unit, revision } of lines) {
      const place = { period, unit: unit.code };
      const problem = await api.act(place, revision ?? 0, { id, action }).then(
        () => null,
        (error: unknown) => error,
      );
      isWhole &&= problem === null;
      setDone((before) => [...before, { unit: unit.name, problem }]);
    }
    if (isWhole) tried.current = { name: '', id: '' };
    setBusy(false);
    onActed();
  };
  return { isBusy, done, act };
}
