import type { Judgement } from '../judge.ts';
import type { RecordSet } from '../records/record.ts';
import { ruleById } from '../rules/catalogue.ts';
import { isError } from '../rules/finding.ts';

/** The records of a file that is accepted; null if a finding is an error: then it is returned. */
export const acceptedRecords = ({ findings, recordSet }: Judgement): RecordSet | null =>
  findings.some(isError) ? null : recordSet;

/**
 * The records of a file that is returned for rules of judgement alone, to which only the policy gave the
 * weight of an error: it can be printed and added up, so finance may accept it all the same (特批受理).
 * Null for a file that is accepted, and for one that is returned for anything else.
 */
export function arguableRecords({ findings, recordSet }: Judgement): RecordSet | null {
  const errors = findings.filter(isError);
  const isArguable = errors.length > 0 && errors.every(({ rule }) => isOfJudgement(rule));
  return isArguable ? recordSet : null;
}

const isOfJudgement = (rule: string): boolean => {
  const { severity = 'error' } = ruleById(rule) ?? {};
  return severity !== 'error';
};
