import { inRow } from '../address.ts';
import { defineRule } from '../rule.ts';

/** What speaks ill of a company or names a case is signed off before it is published. */
export const adverseFactsAbsent = defineRule({
  id: 'adverse-facts-absent',
  number: 'G4',
  severity: 'hint',
  scope: 'cell',
  gate: true,
  title: {
    zh: '没有点名企业或案件的负面信息',
    en: 'No company or case is named with adverse facts',
  },
  message: {
    zh: ({ name, facts }: FactParams) =>
      facts === ''
        ? `文字点名案件“${name}”。公开前须签认：确认可公开，或改用不点名的说法。`
        : `文字点名“${name}”，并提到“${facts}”。公开前须签认：确认属实且可公开，或改用不点名的说法。`,
    en: ({ name, facts }: FactParams) =>
      facts === ''
        ? `The text names the case “${name}”. It must be signed off before publication, or put without the name.`
        : `The text names “${name}” and speaks of “${facts}”. It must be signed off before publication, or put without the name.`,
  },
  example: { name: '五洲龙公司', facts: '失信' },
  *check({ row, leaf, entry }) {
    const named = namedCase(entry.text) ?? namedCompany(entry.text);
    if (named !== null) yield { at: inRow(row, leaf.field), params: named };
  },
});

type FactParams = { name: string; facts: string };

/** “国湘案”: a name in quotation marks that ends in 案, and is no 方案, 档案, 预案. */
const CASE = /[“"「]([^“”"「」]{1,12}(?<![方档预提个草议备图答专文立结办教病学])案(?:件)?)[”"」]/u;

function namedCase(text: string): FactParams | null {
  const name = CASE.exec(text)?.[1];
  return name === undefined ? null : { name, facts: '' };
}

const ADVERSE =
  /失信|被执行人|仲裁|诉讼|起诉|纠纷|违法|违规|违约|处罚|欠薪|拖欠|破产|停产|查封|冻结|诈骗|骗取|非法|爆雷|涉嫌|涉案|侵权|资金链断裂/u;

/** A name before 公司, 集团 or 厂, from the last sign on. */
const COMPANY =
  /(?:^|[^\p{Script=Han}\w])([\p{Script=Han}A-Za-z]{2,24}?(?:有限责任公司|股份有限公司|有限公司|公司|集团|厂))/gu;

/** Words that lead up to a name. */
const JOINING = /^(?:对于|关于|因为|由于|因|由|与|向|对)/u;

/** Names that name nobody: 该公司, 第三方公司, 施工公司. */
const NOBODY =
  /^(?:该|本|各|某|我|其|每|有|相关|有关|部分|个别|多家|一家|两家|第三方|上述|外包|委托|承接|中标|施工|监理|设计|咨询|评审|运营|运维|代理|物业|保险|服务|测评|专业|会计|国有|民营|上市|辖区|全区|区内|龙头|新能源)|(?:家|个|类|等)(?:有限)?公司$/u;

/** Characters between a name and what is said of it. */
const NEAR = 80;

function namedCompany(text: string): FactParams | null {
  if (!ADVERSE.test(text)) return null;
  for (const match of text.matchAll(COMPANY)) {
    const name = (match[1] ?? '').replace(JOINING, '');
    if (NOBODY.test(name)) continue;
    const from = Math.max(0, match.index - NEAR);
    const facts = ADVERSE.exec(text.slice(from, match.index + match[0].length + NEAR))?.[0];
    if (facts !== undefined) return { name, facts };
  }
  return null;
}
