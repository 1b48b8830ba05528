import { answerKind } from '../../indicators/answer-kinds.ts';
import { filledIndicators } from '../../indicators/indicator-pairs.ts';
import { inRow } from '../address.ts';
import { defineRule } from '../rule.ts';

/** An indicator that does not apply does so in both of its cells. */
export const notApplicableInBoth = defineRule({
  id: 'not-applicable-in-both',
  number: 'I5',
  severity: 'hint',
  scope: 'row',
  title: {
    zh: '不适用的指标，内容与完成情况都填“不适用”',
    en: 'An indicator that does not apply does so in both of its cells',
  },
  message: {
    zh: ({ blank, filled, text }: SidesParams) =>
      `“${blank}”填“不适用”，“${filled}”却填了“${text}”。请核对：适用的补填内容，不适用的两栏都填“不适用”。`,
    en: ({ blankEn, filledEn, text }: SidesParams) =>
      `“${blankEn}” says 不适用, but “${filledEn}” says “${text}”. Fill in both, or 不适用 in both.`,
  },
  example: {
    blank: '效益目标·经济效益指标·年度指标内容',
    blankEn: 'Benefit · Economic benefit · Target',
    filled: '效益目标·经济效益指标·完成情况',
    filledEn: 'Benefit · Economic benefit · Result',
    text: '节约运费',
  },
  *check(row, { form }) {
    for (const { indicator, target, actual } of filledIndicators(row, form)) {
      if (!MAY_NOT_APPLY.test(target.text) && !MAY_NOT_APPLY.test(actual.text)) continue;
      const kinds = [answerKind(target.text), answerKind(actual.text)];
      if (kinds.filter((kind) => kind === 'not-applicable').length !== 1) continue;
      if (kinds.includes('none')) continue;
      const isTarget = kinds[0] === 'not-applicable';
      const { targetTitle, actualTitle } = indicator;
      const [blank, other, filled] = isTarget
        ? [targetTitle, actualTitle, actual]
        : [actualTitle, targetTitle, target];
      yield {
        // The target was there first; what does not fit it is the completion.
        at: inRow(row, indicator.actual),
        params: {
          blank: blank.zh,
          blankEn: blank.en,
          filled: other.zh,
          filledEn: other.en,
          text: [...filled.text].slice(0, QUOTED).join(''),
        },
      };
    }
  },
});

/** Cheap and true of the cells that matter. */
const MAY_NOT_APPLY = /^\s*(?:不适用|不涉及|无此项|无相关|[Nn])/;

/** So much of a long text is quoted. */
const QUOTED = 30;

type SidesParams = {
  blank: string;
  blankEn: string;
  filled: string;
  filledEn: string;
  text: string;
};
