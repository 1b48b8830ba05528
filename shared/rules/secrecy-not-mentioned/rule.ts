import { compactText } from '../../compact-text.ts';
import { inRow } from '../address.ts';
import { defineRule } from '../rule.ts';

/** A text that speaks of secrecy, or says that it must not be public, is signed off before publication. */
export const secrecyNotMentioned = defineRule({
  id: 'secrecy-not-mentioned',
  number: 'G1',
  severity: 'hint',
  scope: 'cell',
  gate: true,
  title: { zh: '文字没有谈到涉密或不宜公开', en: 'No text speaks of secrecy' },
  message: {
    zh: ({ words }: { words: string }) =>
      `文字提到“${words}”。公开前须由保密审查人员签认：确认不涉密、可公开，或改用可公开的说法。`,
    en: ({ words }) =>
      `The text speaks of “${words}”. It must be signed off by the security reviewer before publication.`,
  },
  example: { words: '涉及秘密' },
  *check({ row, leaf, entry }) {
    if (!/密|公\s*开/u.test(entry.text)) return;
    const words = TALK.exec(compactText(entry.text))?.[0];
    if (words !== undefined) yield { at: inRow(row, leaf.field), params: { words } };
  },
});

/** Not 保密协议 or 不公开招标, which are everyday business. */
const TALK =
  /涉及?(?:国家|商业|工作)?(?:秘密|机密)|涉密|绝密|机密|(?:国家|商业|工作)秘密|密级|(?:属于?|系|因|须|需|应)保密|不(?:适合|适宜|宜|便|予|能|得|应|可)(?:于)?(?:对外|向社会)?公开(?!招标|竞争|选拔|征集|发行|招聘)/u;
