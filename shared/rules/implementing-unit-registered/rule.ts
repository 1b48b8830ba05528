import { isNamed, subtree } from '../../unit.ts';
import { inRow } from '../address.ts';
import { defineRule } from '../rule.ts';

/** The implementing unit is the submitter itself or a registered subordinate of it. */
export const implementingUnitRegistered = defineRule({
  id: 'implementing-unit-registered',
  number: 'E9',
  severity: 'error',
  scope: 'row',
  title: {
    zh: '实施单位是报送主体或其下属单位',
    en: 'The implementing unit is the submitter or below it',
  },
  message: {
    zh: ({ name, submitter }: { name: string; submitter: string }) =>
      `“${name}”不在“${submitter}”名下。请核对单位名称；如是新设单位，请联系财政部门登记。`,
    en: ({ name, submitter }) => `“${name}” is neither “${submitter}” nor registered below it.`,
  },
  *check(row, { register, submitter }) {
    const name = row.entries['unitName']?.text ?? '';
    if (register === null || submitter === null || name === '') return;
    if (subtree(register, submitter.code).some((unit) => isNamed(unit, name))) return;
    yield { at: inRow(row, 'unitName'), params: { name, submitter: submitter.name } };
  },
});
