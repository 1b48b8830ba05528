import { type Register, subtree, unitsNamed } from '../../unit.ts';
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
  cause: ({ name }) => name,
  merged: {
    zh: ({ count, serials, first }) =>
      `${count} 个项目的单位“${first.name}”不在“${first.submitter}”名下（序号 ${serials}）。请核对单位名称；如是新设单位，请联系财政部门登记。`,
    en: ({ count, serials, first }) =>
      `${count} projects name “${first.name}”, which is neither “${first.submitter}” nor registered below it (No. ${serials}).`,
  },
  example: { name: '某公司', submitter: '深圳市龙岗区发展和改革局' },
  *check(row, { register, submitter }) {
    const name = row.entries['unitName']?.text ?? '';
    if (register === null || submitter === null || name === '') return;
    const codes = codesBelow(register, submitter.code);
    if (unitsNamed(register, name).some(({ code }) => codes.has(code))) return;
    yield { at: inRow(row, 'unitName'), params: { name, submitter: submitter.name } };
  },
});

/** Register → submitter → the codes of its subtree: asked for every row of a table. */
const BELOW = new WeakMap<Register, Map<string, ReadonlySet<string>>>();

function codesBelow(register: Register, submitter: string): ReadonlySet<string> {
  const known = BELOW.get(register) ?? new Map<string, ReadonlySet<string>>();
  BELOW.set(register, known);
  const codes =
    known.get(submitter) ?? new Set(subtree(register, submitter).map(({ code }) => code));
  known.set(submitter, codes);
  return codes;
}
