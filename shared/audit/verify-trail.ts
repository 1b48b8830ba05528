import type { Text } from '../locale.ts';
import { type AuditEntry, auditEntrySchema, CHAIN_START, entryHash } from './audit-entry.ts';
import { canonicalJson } from './canonical-json.ts';

/** What an exported trail proves. */
export type VerifiedTrail =
  | { readonly holds: true; readonly ends: readonly ChainEnd[] }
  | {
      readonly holds: false;
      /** Of the first entry that does not hold, from 1. */
      readonly line: number;
      readonly why: Text;
    };

/**
 * Where a chain ends. Whoever noted number and hash earlier can tell that nothing before was changed, and
 * that nothing was cut off.
 */
export interface ChainEnd {
  readonly chain: string;
  readonly number: number;
  readonly hash: string;
}

/** Holds the lines of an export against each other; tells the first entry that was tampered with. */
export function verifyTrail(text: string): VerifiedTrail {
  const ends = new Map<string, ChainEnd>();
  for (const [index, line] of text.split('\n').entries()) {
    if (line.trim() === '') continue;
    const entry = entryIn(line);
    const why = entry === null ? NO_ENTRY : faultOf(entry, ends.get(entry.chain));
    if (entry === null || why !== null)
      return { holds: false, line: index + 1, why: why ?? NO_ENTRY };
    const { chain, number, hash } = entry;
    ends.set(chain, { chain, number, hash });
  }
  return { holds: true, ends: [...ends.values()] };
}

/**
 * Only as it was written: JSON can say a name twice, and the hash would be that of the last, while whoever
 * reads the line sees the first.
 */
function entryIn(line: string): AuditEntry | null {
  try {
    const entry = auditEntrySchema.safeParse(JSON.parse(line)).data ?? null;
    return entry !== null && canonicalJson(entry) === line.trimEnd() ? entry : null;
  } catch (error) {
    if (error instanceof SyntaxError) return null;
    throw error;
  }
}

function faultOf(entry: AuditEntry, before: ChainEnd | undefined): Text | null {
  const expected = (before?.number ?? 0) + 1;
  if (entry.number !== expected) {
    return {
      zh: `应为第 ${expected} 条，却是第 ${entry.number} 条：有记录被删去、加入或调换`,
      en: `number ${entry.number} where ${expected} belongs: entries were taken out, put in or moved`,
    };
  }
  if (entry.previous !== (before?.hash ?? CHAIN_START)) {
    return { zh: '与前一条接不上：前一条被换过', en: 'does not follow the entry before it' };
  }
  const { hash, ...content } = entry;
  if (entryHash(content) !== hash) {
    return {
      zh: '内容与其摘要不符：这一条被改过',
      en: 'its content is not what its hash was made of',
    };
  }
  return null;
}

const NO_ENTRY: Text = {
  zh: '不是一条按原样导出的审计记录',
  en: 'is no entry of an audit trail as it was exported',
};
