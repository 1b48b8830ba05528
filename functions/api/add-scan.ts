import type { ApiPorts } from '../../shared/api-ports.ts';
import { canonicalJson } from '../../shared/audit/canonical-json.ts';
import { revisionFolder } from '../../shared/outputs.ts';
import type { ReviewAction } from '../../shared/review/review-act.ts';
import { type ScanFile, scanTypeOf } from '../../shared/scan.ts';
import { scanKey, scanOutput } from '../../shared/scan-files.ts';
import { sha256 } from '../../shared/sha256.ts';
import { NO_REVIEW, revisionReview } from '../../shared/submission-review.ts';
import type { RevisionKey } from '../../shared/upload.ts';
import { formTitle } from '../../templates/form.ts';
import { knownForm } from '../../templates/forms.ts';
import { act, assertTakes } from './act.ts';
import type { Caller } from './identity/caller.ts';
import { Refusal } from './refusal.ts';

/** A scan that somebody adds. */
export interface AddedScan {
  readonly key: RevisionKey;
  readonly caller: Caller;
  readonly bytes: Uint8Array;
}

/**
 * Keeps a scan with its revision: looked at for what it is, laid down, then told of by an act of review,
 * which decides and stands in the trail. The scan that counts already is not added a second time.
 */
export async function addScan({ key, caller, bytes }: AddedScan, ports: ApiPorts): Promise<void> {
  const type = scanTypeOf(bytes);
  if (type === null) throw new Refusal('no-scan');
  const scan: ScanFile = { type, bytes: bytes.length, sha256: sha256(bytes) };
  const before = await scansOf(key, ports);
  if (before.at(-1)?.sha256 === scan.sha256) return;
  const action: ReviewAction = { kind: 'add-scan', scan };
  const at = ports.clock.now().toISOString();
  // After so many others: what was replaced may be added again.
  const id = sha256(canonicalJson(['add-scan', key, scan.sha256, before.length]));
  const acting = { key, id, action, caller, at };
  await assertTakes(acting, ports);
  const title = await titleOf(key, ports);
  await ports.scans.storeScan(scanKey(revisionFolder(key), scan), bytes, scanOutput(type, title));
  await act(acting, ports);
}

async function scansOf(
  { revision, ...submission }: RevisionKey,
  { submissions }: Pick<ApiPorts, 'submissions'>,
): Promise<readonly ScanFile[]> {
  const head = await submissions.head(submission);
  return revisionReview(head?.review ?? NO_REVIEW, revision).scans;
}

/** The title of a revision's table, as its files are saved. */
async function titleOf(
  key: RevisionKey,
  { submissions }: Pick<ApiPorts, 'submissions'>,
): Promise<string> {
  const table = (await submissions.revision(key))?.verdict?.accepted?.table;
  if (table === undefined) throw new Error(`no table in ${JSON.stringify(key)}`);
  return formTitle(knownForm(table.form), key.period, table.submitterName);
}
