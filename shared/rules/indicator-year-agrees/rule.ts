import { fieldTitle } from '../../../templates/form.ts';
import { withoutTitles } from '../../indicators/plain-text.ts';
import { inRow } from '../address.ts';
import { defineRule } from '../rule.ts';

/** Other indicators may speak of other years: how long a plan runs, what a rate is compared with. */
const FIELDS = ['quantityTarget', 'timelinessTarget'];

const YEAR = /(?<!\d)((?:19|20)\d\d)(?=年|[-./](?:1[0-2]|0?[1-9])(?!\d))/g;
const YEAR_SPAN = /(?<!\d)(?:19|20)\d\d年?[-—~～至到](?:19|20)\d\d/;
/** 比2020年增长, 2019年以来: the year is only what this one is measured against. */
const REFERENCE_BEFORE = /(?:比|较|与|自|从|以)\s*$/;
const REFERENCE_AFTER = /^年(?:度)?(?:以来|起|底?结转|相比|为基数|基数|基础|同期|存量|未完|遗留)/;

/** Targets of quantity and timeliness speak of the year reported on. */
export const indicatorYearAgrees = defineRule({
  id: 'indicator-year-agrees',
  number: 'W7',
  severity: 'warning',
  scope: 'row',
  title: {
    zh: '数量、时效指标的年度与填报年度一致',
    en: 'Targets of quantity and timeliness speak of the year reported on',
  },
  message: {
    zh: ({ year, period, title }: YearParams) =>
      `“${title}”写的是 ${year} 年，本表填报 ${period} 年度。请核对是否沿用了其他年度的指标；确属跨年事项的，写明 ${period} 年应完成的内容。`,
    en: ({ year, period, titleEn }: YearParams) =>
      `“${titleEn}” speaks of ${year}, the table is for ${period}. Check whether it was taken from another year, or say what was due in ${period}.`,
  },
  merged: {
    zh: ({ projects, serials, first }) =>
      `${projects} 个项目的数量或时效指标写的不是 ${first.period} 年（序号 ${serials}）。请核对是否沿用了其他年度的指标。`,
    en: ({ projects, serials, first }) =>
      `Targets of quantity or timeliness of ${projects} projects do not speak of ${first.period} (No. ${serials}). Check whether they were taken from another year.`,
  },
  example: {
    year: '2020',
    period: '2021',
    title: '产出目标·数量指标·年度指标内容',
    titleEn: 'Output · Quantity · Target',
  },
  *check(row, { form, period, periodId }) {
    if (periodId === null) return;
    // A form of another year, or a year that is not collected, is told by itself: the year is in doubt.
    if (period?.forms.includes(form.id) !== true) return;
    const project = row.entries['projectName']?.text ?? '';
    if (project.includes(periodId)) return;
    for (const field of FIELDS) {
      const text = row.entries[field]?.text ?? '';
      if (!text.includes('20') || text.includes(periodId)) continue;
      const years = yearsIn(text).filter((year) => !project.includes(year));
      if (years.length === 0) continue;
      const title = fieldTitle(form, field);
      yield {
        at: inRow(row, field),
        params: { year: years.join('、'), period: periodId, title: title.zh, titleEn: title.en },
      };
    }
  },
});

/** The years a text is about, each once; none when it spans several. */
function yearsIn(text: string): readonly string[] {
  const said = withoutTitles(text);
  if (YEAR_SPAN.test(said)) return [];
  const years = [...said.matchAll(YEAR)]
    .filter(
      ({ index }) =>
        !REFERENCE_BEFORE.test(said.slice(Math.max(0, index - 4), index)) &&
        !REFERENCE_AFTER.test(said.slice(index + 4, index + 10)),
    )
    .map((match) => match[1] ?? '');
  return [...new Set(years)];
}

type YearParams = { year: string; period: string; title: string; titleEn: string };
