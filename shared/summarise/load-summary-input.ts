import { formById } from '../../templates/forms.ts';
import type { Period } from '../period.ts';
import type { SummaryInput, SummarySubmission } from '../sheets/summary-figures.ts';
import { loadRecordSet } from '../store/load-record-set.ts';
import type { Submissions } from '../store/submissions.ts';
import type { CurrentRevision, Head } from '../submission.ts';

/** Loads what the summary of a period is made from: the current revision of each submission. */
export async function loadSummaryInput(
  period: Period,
  submissions: Submissions,
): Promise<SummaryInput> {
  const loaded: SummarySubmission[] = [];
  for (const head of await submissions.headsOf(period.id)) {
    if (head.current !== null) loaded.push(await loadSubmission(head, head.current, submissions));
  }
  return { period, submissions: loaded };
}

async function loadSubmission(
  { period, submitter }: Head,
  current: CurrentRevision,
  submissions: Submissions,
): Promise<SummarySubmission> {
  const { revision, table, receivedAt, fileName } = current;
  const form = formById(table.form);
  if (form === undefined) throw new Error(`no form "${table.form}", which ${submitter} used`);
  const recordSet = await loadRecordSet({ period, submitter, revision }, table, submissions);
  return { form, recordSet, revision, receivedAt, fileName };
}
