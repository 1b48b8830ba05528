import { useSyncExternalStore } from 'react';

/** Below this a table of thirty columns is of no use: a card a project is shown. */
const NARROW = '(max-width: 720px)';

const subscribe = (tell: () => void): (() => void) => {
  const query = window.matchMedia(NARROW);
  query.addEventListener('change', tell);
  return () => query.removeEventListener('change', tell);
};

/** True on a phone. */
export const useIsNarrow = (): boolean =>
  useSyncExternalStore(subscribe, () => window.matchMedia(NARROW).matches);
