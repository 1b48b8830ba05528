import { type FormDefinition, leaves } from '../../../templates/form.ts';
import type { Row } from '../../rows/row.ts';
import { inRow } from '../address.ts';
import { defineRule } from '../rule.ts';

/** A row's cells stand under their own titles, not one column beside them, as after a wrong paste. */
export const rowInPlace = defineRule({
  id: 'row-in-place',
  number: 'E7',
  severity: 'error',
  scope: 'row',
  title: { zh: '整行没有左右错位', en: 'The row is not shifted sideways' },
  message: {
    zh: ({ side }: { side: string }) =>
      `这一行从本栏起像是整体向${side === 'right' ? '右' : '左'}错了位：金额、执行率和文字不在各自的栏里。请先把整行移回原位，本行其他问题多半随之消失。`,
    en: ({ side }) =>
      `From here on the row seems shifted to the ${side}: amounts, rate and texts are not in their columns. Move the row back first.`,
  },
  coversRow: true,
  example: { side: 'right' },
  *check(row, { form }) {
    const side = shiftOf(row, form);
    if (side === null) return;
    const at = inRow(row, side === 'right' ? form.rate.budget : form.rate.field);
    yield { at, params: { side } };
  },
});

const FIGURE = /^\d[\d,]*(?:\.\d+)?%?$/u;

/** Han characters in a rate cell from which on it holds a text that belongs elsewhere. */
const HAN_OF_A_TEXT = 6;

/**
 * Certain signs only: the first amount is blank and a bare figure stands where the text after the rate
 * belongs; or a whole text stands where the rate belongs. Null for a row in its place.
 */
function shiftOf(row: Row, form: FormDefinition): 'left' | 'right' | null {
  const columns = leaves(form.columns);
  const afterRate = columns[columns.findIndex(({ field }) => field === form.rate.field) + 1];
  const budget = row.entries[form.rate.budget]?.figure;
  const text = row.entries[afterRate?.field ?? '']?.text.normalize('NFKC') ?? '';
  if (budget?.kind === 'blank' && FIGURE.test(text)) return 'right';
  const rate = row.entries[form.rate.field];
  const han = rate?.text.match(/\p{Script=Han}/gu)?.length ?? 0;
  return rate?.figure?.kind === 'fault' && han >= HAN_OF_A_TEXT ? 'left' : null;
}
