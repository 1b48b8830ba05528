import { type ColumnHint, hintFor } from '../../templates/column-hints.ts';
import { type FormDefinition, fieldTitle, type Leaf, leaves } from '../../templates/form.ts';
import { partsOf } from './template-formulas.ts';
import { MAX_PROMPT_TITLE } from './validations.ts';
import type { CellRange, ValidationModel } from './workbook-model.ts';

/** Name of the cells that list the implementing units. */
export const UNITS_NAME = 'jixiao_units';

/** 万元; no project of a district comes near, and most amounts typed in 元 go beyond. */
const MOST_AMOUNT = 10_000_000;

const MOST_SERIAL = 99_999;

/** Said of what is computed. */
const COMPUTED = '本格自动计算，不用填。';

/**
 * What may be typed into the rows from `first` to `last`, a validation a column. Amounts and serials
 * must be numbers; a unit that is not in the list is asked about; texts are free, with a hint.
 */
export const templateValidations = (
  form: FormDefinition,
  rows: { readonly first: number; readonly last: number },
  hasUnits: boolean,
): readonly ValidationModel[] =>
  leaves(form.columns).map((leaf, index) => ({
    range: columnRange(index + 1, rows),
    prompt: {
      title: shortTitle(fieldTitle(form, leaf.field).zh),
      text: promptText(
        hintFor(leaf),
        leaf.type === 'money' && partsOf(form, leaf.field) !== undefined,
      ),
    },
    ...checkOf(leaf, hasUnits),
  }));

const columnRange = (
  column: number,
  { first, last }: { readonly first: number; readonly last: number },
): CellRange => ({ top: first, left: column, bottom: last, right: column });

/** The innermost titles, as many as fit. */
function shortTitle(title: string): string {
  if (title.length <= MAX_PROMPT_TITLE) return title;
  const inner = title.slice(title.indexOf('·') + 1);
  return inner.length < title.length ? shortTitle(inner) : title.slice(0, MAX_PROMPT_TITLE);
}

function promptText({ what, example, length }: ColumnHint, isComputed: boolean): string {
  const lines = [
    what,
    example === '' ? '' : `例：${example}`,
    length === '' ? '' : `字数：${length}`,
  ];
  return [...(isComputed ? [COMPUTED] : []), ...lines.filter((line) => line !== '')].join('\n');
}

function checkOf(leaf: Leaf, hasUnits: boolean): Pick<ValidationModel, 'check' | 'refusal'> {
  if (leaf.type === 'serial') {
    return {
      check: { kind: 'whole', least: 1, most: MOST_SERIAL },
      refusal: { style: 'stop', title: '序号要填整数', text: '请填 1、2、3……这样的整数。' },
    };
  }
  if (leaf.type === 'money') {
    return {
      check: { kind: 'decimal', least: 0, most: MOST_AMOUNT },
      refusal: {
        style: 'stop',
        title: '金额要填数字',
        text: '请只填数字，单位万元，不带“万元”“元”等字，不能为负数。没有金额填 0。如果数字特别大，请核对是不是把“元”当成了“万元”。',
      },
    };
  }
  if (leaf.field === 'unitName' && hasUnits) {
    return {
      check: { kind: 'list', name: UNITS_NAME },
      refusal: {
        style: 'warning',
        title: '不在单位名单里',
        text: '填的不是名单里的单位全称。请点右侧箭头选择；确是新设单位的可以继续，并请联系财政部门登记。',
      },
    };
  }
  return { check: { kind: 'any' } };
}
