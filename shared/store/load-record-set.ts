import type { RecordSet } from '../records/record.ts';
import type { AcceptedTable } from '../submission.ts';
import type { RevisionKey } from '../upload.ts';
import type { Revisions } from './submissions.ts';

/** The records of an accepted revision, as they were stored. Throws if a row is missing. */
export async function loadRecordSet(
  key: RevisionKey,
  table: AcceptedTable,
  store: Pick<Revisions, 'recordsOf'>,
): Promise<RecordSet> {
  return {
    form: table.form,
    period: key.period,
    submitter: { code: key.submitter, name: table.submitterName },
    ...(table.title === undefined ? {} : { title: table.title }),
    attachment: table.attachment,
    records: await store.recordsOf(key, table.rows),
  };
}
