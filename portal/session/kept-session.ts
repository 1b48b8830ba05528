import type { Session } from '../../functions/api/people-schemas.ts';

/** Of this tab alone, and gone with it. */
const KEPT_AS = 'jixiao-session';

/** The session that this tab had before it was loaded anew; null for none. */
export function keptSession(): Session | null {
  try {
    const kept = window.sessionStorage.getItem(KEPT_AS);
    return kept === null ? null : (JSON.parse(kept) as Session);
  } catch {
    return null;
  }
}

/** Keeps a session for this tab; null forgets it. Where storage is forbidden it lasts until a reload. */
export function keepSession(session: Session | null): void {
  try {
    if (session === null) window.sessionStorage.removeItem(KEPT_AS);
    else window.sessionStorage.setItem(KEPT_AS, JSON.stringify(session));
  } catch {
    // The session in memory is enough.
  }
}
