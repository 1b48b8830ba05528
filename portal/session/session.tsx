import {
  createContext,
  type ReactNode,
  useContext,
  useEffect,
  useMemo,
  useRef,
  useState,
} from 'react';
import type { Session } from '../../functions/api/people-schemas.ts';
import { type ApiClient, openApi } from '../api-client.ts';
import { clearShelf } from '../check/shelf.ts';
import { useArrival } from './arrival.ts';
import { keepSession, keptSession } from './kept-session.ts';
import { SignInAgain } from './sign-in-again.tsx';
import { SignedOut } from './signed-out.ts';

/** Who is signed in, and the API on their behalf. */
export interface SessionDesk {
  readonly api: ApiClient;
  /** Null until somebody signs in. One that has expired stays: what is on the page stays with it. */
  readonly session: Session | null;
  readonly take: (session: Session) => void;
  /** Signs out. */
  readonly leave: () => void;
  /** Does not sign in again now: what waited for it fails, and the page stays as it is. */
  readonly stay: () => void;
}

const SessionContext = createContext<SessionDesk | null>(null);

/** The session of the page; throws outside `SessionProvider`. */
export function useSession(): SessionDesk {
  const desk = useContext(SessionContext);
  if (desk === null) throw new Error('no session around this component');
  return desk;
}

interface Waiting {
  readonly go: () => void;
  readonly giveUp: (error: Error) => void;
}

/**
 * Keeps the token, renews it in time, and asks for the password in place when it has expired: requests
 * wait meanwhile, and nothing on the page is lost.
 */
export function SessionProvider({ children }: { readonly children: ReactNode }) {
  const [session, setSession] = useState<Session | null>(keptSession);
  const current = useRef(session);
  const waiting = useRef<Waiting[]>([]);
  const [isAsking, setAsking] = useState(false);
  const desk = useMemo<SessionDesk>(() => {
    const put = (next: Session | null): void => {
      current.current = next;
      keepSession(next);
      setSession(next);
    };
    const settle = (finish: (one: Waiting) => void): void => {
      setAsking(false);
      for (const one of waiting.current.splice(0)) finish(one);
    };
    const api = openApi({
      token: () => current.current?.token ?? null,
      signInAgain: () =>
        new Promise<void>((go, giveUp) => {
          waiting.current.push({ go, giveUp });
          setAsking(true);
        }),
    });
    return {
      api,
      session,
      take(next) {
        put(next);
        settle(({ go }) => go());
      },
      leave() {
        put(null);
        clearShelf();
        settle(({ giveUp }) => giveUp(new SignedOut()));
      },
      stay: () => settle(({ giveUp }) => giveUp(new SignedOut())),
    };
  }, [session]);
  useRenewal(desk);
  useArrival(isAsking, desk.take);
  return (
    <SessionContext value={desk}>
      {children}
      {isAsking && session !== null && <SignInAgain />}
    </SessionContext>
  );
}

/** Renews the token when half of its time is over; a failure shows when the token is used. */
function useRenewal({ session, api, take }: SessionDesk): void {
  useEffect(() => {
    if (session === null || session.mustChangePassword) return;
    const left = Date.parse(session.expiresAt) - Date.now();
    if (left <= 0) return;
    const timer = setTimeout(() => {
      api.renew(session.token).then(take, () => undefined);
    }, left / 2);
    return () => clearTimeout(timer);
  }, [session, api, take]);
}
