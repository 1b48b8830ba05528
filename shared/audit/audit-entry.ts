import * as z from 'zod';
import type { AuditDraft } from '../audit-draft.ts';
import { sha256 } from '../sha256.ts';
import { canonicalJson } from './canonical-json.ts';

/** An entry of the audit trail (审计记录): never changed, never deleted. */
export interface AuditEntry extends AuditDraft {
  /** Place in its chain, from 1 without gaps. */
  readonly number: number;
  /** Hash of the entry before it; `CHAIN_START` for the first. */
  readonly previous: string;
  /** SHA-256 over all the rest as canonical JSON, hex. */
  readonly hash: string;
}

/** What the first entry of a chain names in place of the one before it. */
export const CHAIN_START = '0'.repeat(64);

/** The hash that an entry must bear. */
export const entryHash = (entry: Omit<AuditEntry, 'hash'>): string => sha256(canonicalJson(entry));

/** A draft with its place after the last entry of its chain; null: it begins the chain. */
export function chainedEntry(draft: AuditDraft, last: AuditEntry | null): AuditEntry {
  const number = (last?.number ?? 0) + 1;
  const entry = { ...draft, number, previous: last?.hash ?? CHAIN_START };
  return { ...entry, hash: entryHash(entry) };
}

const hex = z.string().regex(/^[0-9a-f]{64}$/);
const changed = z.record(z.string(), z.unknown());

const submission = z.strictObject({ period: z.string(), submitter: z.string() });

/** Drafts as they come back from outside. */
export const auditDraftSchema = z.strictObject({
  chain: z.string(),
  actionId: z.string(),
  at: z.string(),
  by: z.strictObject({ id: z.string(), name: z.string(), role: z.string() }),
  action: z.string(),
  submission: submission.nullable(),
  revision: z.int().positive().nullable(),
  before: changed,
  after: changed,
  reason: z.string().nullable(),
});

/** Drafts of acts on a revision. */
export const reviewDraftSchema = auditDraftSchema.extend({
  submission,
  revision: z.int().positive(),
});

/** Entries as they come back from outside; anything added to one is refused: no hash would cover it. */
export const auditEntrySchema = auditDraftSchema.extend({
  number: z.int().positive(),
  previous: hex,
  hash: hex,
});
