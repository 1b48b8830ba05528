import type { Account } from '../../shared/account.ts';
import type { Accounts } from '../../shared/store/accounts.ts';
import { hashPassword } from '../api/identity/passwords.ts';

/** What everybody in the demo signs in with: known to all, as these accounts are. */
export const DEMO_PASSWORD = 'Jixiao-Demo-2021';

/** People of the samples' register, and of the made-up units'. */
export const DEMO_PEOPLE: readonly Pick<Account, 'name' | 'person' | 'groups' | 'units'>[] = [
  { name: 'fagai', person: '演示·发改局', groups: ['unit'], units: ['LG-FGJ'] },
  { name: 'gongxin', person: '演示·工信局', groups: ['department'], units: ['LG-GXJ'] },
  { name: 'touzi', person: '演示·投促署', groups: ['unit'], units: ['LG-TZTGS'] },
  { name: 'jiaoyu', person: '示例·教育局初审', groups: ['department'], units: ['SL-JYJ'] },
  { name: 'jiaoyu2', person: '示例·教育局复审', groups: ['department'], units: ['SL-JYJ'] },
  { name: 'jiaoyu3', person: '示例·教育局批准', groups: ['department'], units: ['SL-JYJ'] },
  { name: 'rencai', person: '示例·人才服务中心', groups: ['unit'], units: ['SL-RLJ-02'] },
  { name: 'caizheng', person: '演示·财政局', groups: ['finance'], units: [] },
  { name: 'shenji', person: '演示·审计局', groups: ['auditor'], units: [] },
];

/**
 * Adds the demo's people to an installation that has nobody yet; false where somebody is there already,
 * with nothing changed. Only the demo and the local system call this: nothing that is deployed does.
 */
export async function seedDemoAccounts(accounts: Accounts): Promise<boolean> {
  const names = new Set((await accounts.accounts()).map(({ name }) => name));
  const isDemo = DEMO_PEOPLE.every(({ name }) => names.has(name));
  if (names.size > 0) return isDemo;
  const passwordHash = await hashPassword(DEMO_PASSWORD);
  const state = { passwordHash, mustChangePassword: false, version: 0, isDisabled: false };
  for (const person of DEMO_PEOPLE) await accounts.addAccount({ ...person, ...state });
  return true;
}
