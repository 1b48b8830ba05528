import type { AuditDraft } from '../audit-draft.ts';
import { type AuditEntry, chainedEntry } from './audit-entry.ts';
import { canonicalJson } from './canonical-json.ts';

/** The audit trails as the store keeps them. There is no way to change or delete an entry. */
export interface Trail {
  /** The last entry of a chain; null when it has none. */
  readonly lastEntry: (chain: string) => Promise<AuditEntry | null>;
  /** Entries of a chain with a number above `after`, in order; some at a time. */
  readonly entriesAfter: (chain: string, after: number) => Promise<readonly AuditEntry[]>;
  /** Stores an entry unless its place is taken; true if it was stored. */
  readonly appendEntry: (entry: AuditEntry) => Promise<boolean>;
}

/** Writers that meet at the end of a chain take turns: so many in a row do not come first. */
const APPEND_TRIES = 200;

/**
 * Writes a draft at the end of its chain, once: if an attempt that died wrote it already, nothing is
 * added. `after` is the end of the chain when the act was decided: it cannot stand before that.
 * Returns the entry that stands.
 */
export async function appendOnce(
  draft: AuditDraft,
  after: number,
  trail: Trail,
): Promise<AuditEntry> {
  let read = after;
  let last: AuditEntry | null = null;
  for (let tried = 0; tried < APPEND_TRIES; ) {
    const entries = await trail.entriesAfter(draft.chain, read);
    const own = entries.find(({ actionId }) => actionId === draft.actionId);
    if (own !== undefined) return own;
    last = entries.at(-1) ?? last;
    if (entries.length > 0) {
      read = last?.number ?? read;
      continue;
    }
    tried += 1;
    const end = last ?? (await trail.lastEntry(draft.chain));
    // Written meanwhile, perhaps by another attempt at this very act: what is new is read first.
    if ((end?.number ?? 0) > read) continue;
    const entry = chainedEntry(draft, end);
    if (await trail.appendEntry(entry)) return entry;
  }
  throw new Error(`no place at the end of chain ${draft.chain} after ${APPEND_TRIES} tries`);
}

/** A chain for handing out, from the entry after a number on: a line of canonical JSON an entry. */
export async function* exportedTrail(
  chain: string,
  trail: Pick<Trail, 'entriesAfter'>,
  after = 0,
): AsyncGenerator<string> {
  let entries = await trail.entriesAfter(chain, after);
  while (entries.length > 0) {
    for (const entry of entries) yield `${canonicalJson(entry)}\n`;
    entries = await trail.entriesAfter(chain, entries.at(-1)?.number ?? 0);
  }
}
