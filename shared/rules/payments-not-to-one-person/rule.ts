import { indicatorPairs } from '../../../templates/form.ts';
import { compactText } from '../../compact-text.ts';
import { inRow } from '../address.ts';
import { defineRule } from '../rule.ts';

/** A payment to a single natural person lets everybody know who it is: signed off before publication. */
export const paymentsNotToOnePerson = defineRule({
  id: 'payments-not-to-one-person',
  number: 'G3',
  severity: 'hint',
  scope: 'row',
  gate: true,
  title: { zh: '没有单个自然人的领款', en: 'No payment to a single person' },
  message: {
    zh: ({ words }: { words: string }) =>
      `领款人只有“${words}”，公开后容易对上是谁。公开前须签认；可改写为不指向个人的说法。`,
    en: ({ words }) =>
      `The payment goes to “${words}”, a single person who can be guessed. It must be signed off before publication.`,
  },
  example: { words: '1人' },
  *check(row, { form }) {
    for (const { target, actual } of indicatorPairs(form)) {
      const typed = [actual, target].map((field) => row.entries[field]?.text ?? '');
      // Most texts name nobody; they are not worth normalising.
      if (!typed.some((text) => /[人名位]|同志|先生|女士/u.test(text))) continue;
      const texts = typed.map(compactText);
      if (!texts.some((text) => PAYMENT.test(text))) continue;
      const words = texts.flatMap((text) => ONE_PERSON.exec(text)?.[0] ?? [])[0];
      if (words !== undefined) yield { at: inRow(row, actual), params: { words } };
    }
  },
});

const PAYMENT = /补贴|补助|津贴|慰问金|慰问品|抚恤|救助|奖励|奖金|资助|赔偿金?|补偿金|领取/u;

/** 1人, 一名, 张某同志; not 1人次, 每人, 11人 or 一人一档. */
const ONE_PERSON =
  /(?<![\d.十百千万第每])[1一](?:人|名|位)(?![次数均一多员以份]|\d)|(?:向|给|为)\p{Script=Han}{2,3}(?:同志|先生|女士)(?=发放|支付|补|$)/u;
