import { type FormDefinition, leafPaths } from '../../templates/form.ts';
import { foldWidth } from './plain-text.ts';

/** What templates and guides leave in a cell: 指标1, 目标一, （请填写…）, 例如：…, XX个. */
const HINTS =
  /^[(（]?(?:(?:绩效|产出|效益|数量|质量|时效|成本|满意度)?(?:指标|目标)(?:内容|值|说明)?[\d一二三四五六七八九十]{0,2}[:：]?|(?:此处|此栏|请(?:在此)?|待)(?:据实|如实|按实际)?(?:填写|填报|填|补充|完善|描述|简述|概述).{0,60}|(?:例|例如|示例|样例|填写说明|填报说明|示范)[:：].{0,200}|[.…·。*_＿]{2,}|[xX×]{2,}|待定|测试|test)[)）]?[。.]?$/i;
const BLANK_NUMBER =
  /[xX×]{2}(?<![A-Za-z×]..)[xX×]*(?=个|场|次|家|份|台|人|名|项|件|套|户|万元|元|%|平方米|公里)/;

/** Longest text that can be a placeholder. */
const LONGEST = 240;

interface Headers {
  readonly fields: readonly string[];
  readonly titles: ReadonlySet<string>;
  /** Length of the longest title. */
  readonly longest: number;
}

const known = new WeakMap<FormDefinition, Headers>();

function headersOf(form: FormDefinition): Headers {
  const before = known.get(form);
  if (before !== undefined) return before;
  const paths = leafPaths(form.columns);
  const titles = paths.flatMap(({ leaf, groups }) => [
    leaf.title.zh,
    ...groups.map(({ title }) => title.zh),
  ]);
  const texts = paths.filter(({ leaf }) => leaf.type === 'text' && leaf.required !== true);
  const headers = {
    fields: texts.map(({ leaf }) => leaf.field),
    titles: new Set(titles.map(bare).filter((title) => title.length > 1)),
    longest: Math.max(...titles.map(({ length }) => length)),
  };
  known.set(form, headers);
  return headers;
}

const bare = (text: string): string =>
  foldWidth(text)
    .replace(/[\s。.:：]/g, '')
    .replace(/^(?:完成|填写)?(?:本?年度)?(?=.+(?:指标|目标)$)/, '');

/** The columns that may hold a placeholder: all texts but the names. */
export const placeholderFields = (form: FormDefinition): readonly string[] =>
  headersOf(form).fields;

/**
 * True for a header text of the form (服务对象满意度指标), the same as a sentence (完成生态效益指标), or what
 * a template leaves to be filled in (指标1, 请填写…, XX个).
 */
export function isPlaceholder(text: string, form: FormDefinition): boolean {
  if (text === '' || text.length > LONGEST) return false;
  const { titles, longest } = headersOf(form);
  // White space and a verb may come on top of a header's own length.
  if (text.length <= 2 * longest && titles.has(bare(text))) return true;
  return HINTS.test(text) || BLANK_NUMBER.test(text);
}

const DITTO = '同(?:上|前|左)|见上|如上|[〃″"]|同第?\\d+(?:行|项|号)';
const ATTACHED =
  '(?:详|参|另)?见(?:附件|附表|附页|另表|下表|后附.{0,6}|(?:自评|绩效)?报告)[\\d一二三四五六七八九十]{0,2}|另附|附后|后附';
const ELSEWHERE = new RegExp(`^[(（]?(?:${DITTO}|${ATTACHED})[)）]?[。.]?$`);

/**
 * True for 同上, 同第3项, 见附件 and the like, which say nothing once rows are sorted, printed or added up:
 * nothing is published but the table itself.
 */
export const pointsElsewhere = (text: string): boolean => ELSEWHERE.test(text.trim());
