import { explainsNothing } from '../../indicators/answer-kinds.ts';
import type { StatedDate } from '../../indicators/dates.ts';
import { filledIndicators } from '../../indicators/indicator-pairs.ts';
import { type Shortfall, shortfalls } from '../../indicators/match-statements.ts';
import { plannedWords } from '../../indicators/planned-words.ts';
import { mayState, readingOf } from '../../indicators/read-indicator.ts';
import type { Row } from '../../rows/row.ts';
import { inRow } from '../address.ts';
import { defineRule } from '../rule.ts';

/** The completion says why itself, or that all was reached after all. */
const EXPLAINED =
  /因(?!地制宜|素|子)|由于|原因|受.{1,12}影响|未能|取消|推迟|延期|疫情|超额|全部完成|100%完成|完成率(?:为|达到?)?100/;
/** The date is that of a contract, or punctuality is told in words. */
const PUNCTUAL = /按时|如期|按期|及时|提前|合同|协议|签订|启动|开始/;

/** How many shortfalls of a cell are named; the rest is counted. */
const NAMED = 4;

/** A completion reaches its target, or the row says why not. */
export const completionReachesTarget = defineRule({
  id: 'completion-reaches-target',
  number: 'W3',
  severity: 'warning',
  scope: 'row',
  title: {
    zh: '完成情况达到年度指标，未达到的说明原因',
    en: 'A completion reaches its target, or the row says why not',
  },
  message: {
    zh: ({ shortfalls: missed, title }: ShortfallParams) =>
      `“${title}”未达到年度指标，“项目执行中存在的问题”也没有说明。${missed}。填错的请更正；确未完成的，请在“项目执行中存在的问题”中说明原因。`,
    en: ({ shortfallsEn, titleEn }: ShortfallParams) =>
      `“${titleEn}” stays behind its target, and “Problems met” does not say why. ${shortfallsEn}. Correct the figure, or explain it there.`,
  },
  example: {
    title: '产出目标·数量指标·完成情况',
    titleEn: 'Output · Quantity · Result',
    shortfalls: '台式电脑：目标 28台，完成 20台',
    shortfallsEn: '台式电脑: target 28台, reached 20台',
  },
  *check(row, { form, periodId }) {
    if (isExplained(row)) return;
    for (const { indicator, target, actual } of filledIndicators(row, form)) {
      // Most targets set no figure and no date: they need not be read, nor their completions.
      if (target.text === actual.text) continue;
      if (!mayState(target.text) || !mayState(actual.text)) continue;
      const aim = readingOf(target);
      if (aim.statements.length === 0 && aim.dates.length === 0) continue;
      const missed = shortfalls(aim, readingOf(actual)).filter(
        ({ deadline }) => deadline === null || isOwn(deadline, periodId, actual.text),
      );
      if (missed.length === 0 || EXPLAINED.test(actual.text)) continue;
      // Nothing was reached as yet: `completion-not-planned` says so.
      if (plannedWords(actual.text) !== null) continue;
      const title = indicator.actualTitle;
      yield {
        at: inRow(row, indicator.actual),
        params: {
          title: title.zh,
          titleEn: title.en,
          shortfalls: listed(missed.map(inChinese), '；', (count) => `等 ${count} 项`),
          shortfallsEn: listed(missed.map(inEnglish), '; ', (count) => `; ${count} in all`),
        },
      };
    }
  },
});

/** A deadline of another year is `indicator-year-agrees`' matter. */
const isOwn = ({ year }: StatedDate, periodId: string | null, completion: string): boolean =>
  !PUNCTUAL.test(completion) && (year === null || periodId === null || String(year) === periodId);

const isExplained = (row: Row): boolean =>
  ['problems', 'rectification'].some((field) => !explainsNothing(row.entries[field]?.text ?? ''));

const inChinese = ({ object, target, actual }: Shortfall): string =>
  `${object}${object === '' ? '' : '：'}目标 ${target}，完成 ${actual}`;

const inEnglish = ({ object, target, actual }: Shortfall): string =>
  `${object}${object === '' ? '' : ': '}target ${target}, reached ${actual}`;

function listed(names: readonly string[], comma: string, more: (count: number) => string): string {
  const shown = names.slice(0, NAMED).join(comma);
  return names.length > NAMED ? `${shown}${more(names.length)}` : shown;
}

type ShortfallParams = {
  title: string;
  titleEn: string;
  shortfalls: string;
  shortfallsEn: string;
};
