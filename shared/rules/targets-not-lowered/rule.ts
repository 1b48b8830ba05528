import { indicatorPairs } from '../../../templates/form.ts';
import { inRow } from '../address.ts';
import { projectsOfTwoYears } from '../last-year.ts';
import { defineRule } from '../rule.ts';

/** A target that reads as last year's but for its number does not ask for less. */
export const targetsNotLowered = defineRule({
  id: 'targets-not-lowered',
  number: 'L',
  severity: 'warning',
  scope: 'table',
  title: { zh: '指标值不低于上年', en: 'Targets are not lowered' },
  message: {
    zh: ({ target, before }: { target: string; before: string }) =>
      `同一指标上年是 ${before}，今年降为 ${target}。请核对；确需降低的请说明原因。`,
    en: ({ target, before }) =>
      `The same target was ${before} last year and is ${target} now. Check it, or say why it was lowered.`,
  },
  merged: {
    zh: ({ count, serials }) =>
      `${count} 个指标的目标值比上年低（序号 ${serials}）。请核对；确需降低的请说明原因。`,
    en: ({ count, serials }) =>
      `${count} targets are lower than last year’s (No. ${serials}). Check them, or say why.`,
  },
  example: { target: '90', before: '95' },
  *check(table, context) {
    const pairs = indicatorPairs(context.form);
    for (const { row, before } of projectsOfTwoYears(table, context)) {
      for (const { target: field } of pairs) {
        const lowered = loweredNumber(row.entries[field]?.text ?? '', before.texts[field] ?? '');
        if (lowered !== null) yield { at: inRow(row, field), params: lowered };
      }
    }
  },
});

const NUMBER = /\d+(?:\.\d+)?/gu;
const DATE = /20\d{2}|\d+\s*[年月日号]/u;

/** Less may be better: 不超过, 不高于, 投诉, 时限. Then nothing is said. */
const LESS_IS_BETTER =
  /[<≤]|不超过|不高于|不大于|不多于|以内|以下|控制|降低|下降|减少|压减|投诉|事故|故障|失误|差错|天|小时|工作日|分钟|成本|率为0|(?<!不)(?:低于|少于|小于)/u;

/** The one number that fell, where the texts are the same but for numbers; null otherwise. */
function loweredNumber(
  now: string,
  before: string,
): { readonly target: string; readonly before: string } | null {
  const [text, earlier] = [now, before].map((typed) =>
    typed.normalize('NFKC').replace(/\s|(?<=\d),(?=\d{3})/gu, ''),
  );
  if (text === undefined || earlier === undefined || text === earlier) return null;
  if (text.replace(NUMBER, '#') !== earlier.replace(NUMBER, '#')) return null;
  if (LESS_IS_BETTER.test(text) || DATE.test(text)) return null;
  const numbers = text.match(NUMBER) ?? [];
  const changed = (earlier.match(NUMBER) ?? []).flatMap((value, index) =>
    Number(numbers[index]) === Number(value)
      ? []
      : [{ target: numbers[index] ?? '', before: value }],
  );
  const [first] = changed;
  const isLower = changed.every(({ target, before: value }) => Number(target) < Number(value));
  return first !== undefined && isLower ? first : null;
}
