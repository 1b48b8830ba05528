import type { Judgement } from '../judge.ts';
import type { RecordSet } from '../records/record.ts';
import { isError } from '../rules/finding.ts';

/** The records of a file that is accepted; null if a finding is an error: then it is returned. */
export const acceptedRecords = ({ findings, recordSet }: Judgement): RecordSet | null =>
  findings.some(isError) ? null : recordSet;
