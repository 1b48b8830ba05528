import { useCallback, useEffect, useState } from 'react';

/** What was fetched, or why it was not. */
export interface Fetched<T> {
  readonly value: T | null;
  readonly problem: unknown;
  /** Fetches it anew; what was there stays until then. */
  readonly again: () => void;
}

/** Fetches what a page shows; `fetch` must be the same function for the same thing. */
export function useFetched<T>(fetch: () => Promise<T>): Fetched<T> {
  const [value, setValue] = useState<T | null>(null);
  const [problem, setProblem] = useState<unknown>(null);
  const [round, setRound] = useState(0);
  useEffect(() => {
    let isCurrent = true;
    fetch().then(
      (fetched) => {
        if (!isCurrent) return;
        setValue(fetched);
        setProblem(null);
      },
      (error: unknown) => isCurrent && setProblem(error),
    );
    return () => {
      isCurrent = false;
    };
  }, [fetch, round]);
  const again = useCallback(() => setRound((count) => count + 1), []);
  return { value, problem, again };
}
