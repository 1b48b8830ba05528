import { type FormDefinition, fieldTitle } from '../../templates/form.ts';
import type { Text } from '../locale.ts';
import { formatPlain } from '../money.ts';
import type { Row } from '../rows/row.ts';
import type { Finding } from './finding.ts';
import { sumDifferences } from './judge-sum.ts';
import { totalEqualsSources } from './total-equals-sources/rule.ts';

/**
 * The ways in which a total that is not the sum of its sources can be mended: the total becomes the
 * sum, or one source takes up the difference. Only offered: which is right is for the unit to say.
 * Null for a finding about anything else.
 */
export function sumReadings(finding: Finding, row: Row, form: FormDefinition): Text | null {
  if (finding.rule !== totalEqualsSources.id) return null;
  const found = sumDifferences(row, form).find(({ check }) => check.total === finding.at.field);
  if (found === undefined) return null;
  const { check, total, parts } = found;
  const missing = total.fen - parts;
  const sources = check.parts.flatMap((field) => {
    const figure = row.entries[field]?.figure;
    // A source that was left at 0 is the least likely to hold the mistake.
    if (figure?.kind !== 'amount' || figure.amount.fen === 0) return [];
    const mended = figure.amount.fen + missing;
    return mended < 0 ? [] : [{ title: lastTitle(form, field), value: formatPlain(mended) }];
  });
  if (sources.length === 0) {
    const stated = formatPlain(total.fen);
    return {
      zh: `改合计为 ${formatPlain(parts)}\n或补填来源，使各来源相加为 ${stated}`,
      en: `total ${formatPlain(parts)}; or fill in the sources, which must add up to ${stated}`,
    };
  }
  return {
    zh: [
      `改合计为 ${formatPlain(parts)}`,
      ...sources.map(({ title, value }) => `或改“${title.zh}”为 ${value}`),
    ].join('\n'),
    en: [
      `total ${formatPlain(parts)}`,
      ...sources.map(({ title, value }) => `or “${title.en}” ${value}`),
    ].join('; '),
  };
}

/** The column's own title, without its groups: the total beside it stands in the same one. */
function lastTitle(form: FormDefinition, field: string): Text {
  const { zh, en } = fieldTitle(form, field);
  return { zh: zh.split('·').at(-1) ?? zh, en: en.split(' · ').at(-1) ?? en };
}
