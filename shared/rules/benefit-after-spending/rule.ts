import { indicatorsOf } from '../../indicators/indicator-pairs.ts';
import { inRow } from '../address.ts';
import { defineRule } from '../rule.ts';

const BENEFITS = ['economic', 'social', 'ecological'];

/** A great effect, told as reached: 显著提升, 得到明显改善. */
const GREAT =
  /(?:显著|明显|大幅度?|极大地?|较大|有效|切实|全面|持续|稳步)(?:地|的)?(?:提升|提高|增长|增加|增强|改善|好转|优化|下降|降低|减少|成效|效益|效果|促进|推动|带动)/;
const NOT_YET = /未|尚|暂|没有|无法|不能|待|拟|预计|将/;

/** Where nothing was spent, no great benefit is reported. */
export const benefitAfterSpending = defineRule({
  id: 'benefit-after-spending',
  number: 'W10',
  severity: 'warning',
  scope: 'row',
  title: {
    zh: '资金没有支出的项目不报显著效益',
    en: 'No great benefit is reported where nothing was spent',
  },
  message: {
    zh: ({ titles, said }: BenefitParams) =>
      `实际支出为 0，“${titles}”的完成情况却写“${said}”。请按实际情况改写；效益确与本项目资金无关的，请说明来由。`,
    en: ({ titlesEn, said }: BenefitParams) =>
      `Nothing was spent, but “${titlesEn}” says “${said}”. Say what really happened, or where the benefit comes from.`,
  },
  example: { titles: '经济效益指标', titlesEn: 'Economic benefit', said: '显著提升' },
  *check(row, { form }) {
    const spent = row.entries[form.rate.actual]?.figure;
    const budget = row.entries[form.rate.budget]?.figure;
    if (spent?.kind !== 'amount' || budget?.kind !== 'amount') return;
    if (spent.amount.fen !== 0 || budget.amount.fen === 0) return;
    const claims = indicatorsOf(form).flatMap(({ key, actual: field, title }) => {
      const text = BENEFITS.includes(key) ? (row.entries[field]?.text ?? '') : '';
      const said = NOT_YET.test(text) ? undefined : GREAT.exec(text)?.[0];
      return said === undefined ? [] : [{ field, said, title }];
    });
    const [first] = claims;
    if (first === undefined) return;
    yield {
      at: inRow(row, first.field),
      params: {
        titles: claims.map(({ title }) => title.zh).join('”“'),
        titlesEn: claims.map(({ title }) => title.en).join('”, “'),
        said: first.said,
      },
    };
  },
});

type BenefitParams = { titles: string; titlesEn: string; said: string };
