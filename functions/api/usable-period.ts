import type { Period } from '../../shared/period.ts';
import { periodFault } from '../../shared/period-fault.ts';
import { Refusal } from './refusal.ts';

/**
 * Refuses a period whose forms, rules or units are not there. Of the right shape it is by its schema.
 * `codes`: of the register; null where there is none, or its units are no matter.
 */
export function assertUsable(period: Period, codes: ReadonlySet<string> | null): void {
  const fault = periodFault(period, codes);
  if (fault === null) return;
  const { field, says } = fault;
  throw new Refusal('not-valid', {
    detail: { zh: `${field}：${says.zh}。`, en: `${field} ${says.en}.` },
  });
}
