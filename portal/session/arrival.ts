import { useEffect } from 'react';
import type { Session } from '../../functions/api/people-schemas.ts';

/** Between the tabs of this browser, on this origin. */
const CHANNEL = 'jixiao-signed-in';

/** Tells the tab that waits that somebody has signed in. */
export function announceArrival(session: Session): void {
  const channel = new BroadcastChannel(CHANNEL);
  channel.postMessage(session);
  channel.close();
}

/** While a page waits for its session: takes the one that another tab signed in for. */
export function useArrival(isWaiting: boolean, take: (session: Session) => void): void {
  useEffect(() => {
    if (!isWaiting) return;
    const channel = new BroadcastChannel(CHANNEL);
    channel.onmessage = ({ data }: MessageEvent<Session>) => take(data);
    return () => channel.close();
  }, [isWaiting, take]);
}
