import { inRow } from '../address.ts';
import { personalNumber } from '../personal-number.ts';
import { defineRule } from '../rule.ts';

/** No text holds an identity card, mobile or bank account number; one that does is signed off first. */
export const personalDataAbsent = defineRule({
  id: 'personal-data-absent',
  number: 'G2',
  severity: 'hint',
  scope: 'cell',
  gate: true,
  title: { zh: '没有身份证号、手机号、银行账号', en: 'No identity, mobile or account numbers' },
  message: {
    zh: ({ kind }: { kind: string }) =>
      `文字里有${KINDS[kind as keyof typeof KINDS]?.zh ?? '个人号码'}。绩效自评不需要个人号码，请删去；确需保留的，公开前须签认并遮蔽。`,
    en: ({ kind }) =>
      `The text holds ${KINDS[kind as keyof typeof KINDS]?.en ?? 'a personal number'}. Delete it; otherwise it must be signed off and masked before publication.`,
  },
  example: { kind: 'mobile' },
  *check({ row, leaf, entry }) {
    // The number itself is no param: it must not travel with the finding.
    const kind = personalNumber(entry.text);
    if (kind !== null) yield { at: inRow(row, leaf.field), params: { kind } };
  },
});

const KINDS = {
  identity: { zh: '身份证号', en: 'an identity card number' },
  mobile: { zh: '手机号', en: 'a mobile number' },
  account: { zh: '银行卡号', en: 'a bank card number' },
} as const;
