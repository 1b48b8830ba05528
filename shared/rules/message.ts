import type { Text } from '../locale.ts';
import { ruleById } from './catalogue.ts';
import type { Finding } from './finding.ts';

/** What a finding says, in both languages. Throws for a rule that does not exist: our own fault. */
export function messageOf(finding: Finding): Text {
  const rule = ruleById(finding.rule);
  if (rule === undefined) throw new Error(`no rule "${finding.rule}" in the catalogue`);
  return { zh: rule.message.zh(finding.params), en: rule.message.en(finding.params) };
}
