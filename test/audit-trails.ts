import { appendOnce, exportedTrail, type Trail } from '../shared/audit/trail.ts';
import type { ReviewDraft } from '../shared/audit-draft.ts';

/** What somebody did, with changes. */
export const auditDraft = (actionId: string, changes: Partial<ReviewDraft> = {}): ReviewDraft => ({
  chain: '2021',
  actionId,
  at: '2022-04-01T02:00:00.000Z',
  by: { id: 'f1', name: '王科长', role: 'finance' },
  action: 'approve',
  submission: { period: '2021', submitter: 'LG-FGJ' },
  revision: 1,
  before: { state: 'pending' },
  after: { state: 'approved' },
  reason: null,
  ...changes,
});

/** Writes acts `a1`, `a2`… into a chain and hands it out. */
export async function exportOf(acts: number, trail: Trail, chain = '2021'): Promise<string> {
  for (let act = 1; act <= acts; act += 1) {
    await appendOnce(auditDraft(`a${act}`, { chain, revision: act }), act - 1, trail);
  }
  let text = '';
  for await (const line of exportedTrail(chain, trail)) text += line;
  return text;
}
