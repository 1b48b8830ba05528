import type { Locale, Text } from '../shared/locale.ts';
import { formatPlain } from '../shared/money.ts';
import { RULES } from '../shared/rules/catalogue.ts';
import type { Rule, Scope } from '../shared/rules/rule.ts';
import { type PolicyEntry, SEVERITY_NAMES, type Weight } from '../shared/severity.ts';
import { THRESHOLDS, type Thresholds } from '../shared/thresholds.ts';
import { FORMS } from '../templates/forms.ts';
import { PERIODS } from '../templates/periods.ts';

/** The pages on the rules, by their names under `docs/`. */
export const rulesPages = (): Readonly<Record<string, string>> => ({
  'rules.md': pageIn('en'),
  'rules.zh-CN.md': pageIn('zh'),
});

const SCOPES: readonly (readonly [Scope, Text])[] = [
  ['file', { zh: '文件', en: 'Files' }],
  ['table', { zh: '整张表', en: 'The table as a whole' }],
  ['row', { zh: '一个项目', en: 'A project' }],
  ['cell', { zh: '一格文字', en: 'A text cell' }],
];

const WORDS = {
  title: { zh: '校验规则', en: 'Rules' },
  intro: {
    zh: '本页由规则目录生成（`npm run docs:rules`），不要手改。［错误］退回；［警告］须说明，不挡报送；［提示］供参考；［公开前签认］另列，不计入错误、警告、提示的数目，不挡报送。一格至多一条警告；有错误的格不再报警告和提示；整行错位的只报错位。',
    en: 'This page is made from the catalogue (`npm run docs:rules`); do not edit it. An error returns the file; a warning asks for an explanation and never blocks; a hint only informs; a gate mark is listed apart, counted in none of the three, and must be signed off before publication. A cell has at most one warning; where it has an error, no warning or hint; of a shifted row only that is told.',
  },
  thresholds: { zh: '判断标准', en: 'Thresholds' },
  thresholdsIntro: {
    zh: '表式（`thresholds`）和年度（`thresholds`）可以改；政策（`policy`）可以改每条规则的轻重：`off`、`hint`、`warning`、`error`，或分步施行 `{ "severity": "error", "from": "2027-01-01", "before": "warning" }`。',
    en: 'A form or a period may draw other lines (`thresholds`) and weigh each rule otherwise (`policy`): `off`, `hint`, `warning`, `error`, or in stages: `{ "severity": "error", "from": "2027-01-01", "before": "warning" }`.',
  },
  number: { zh: '编号', en: 'No.' },
  rule: { zh: '规则', en: 'Rule' },
  weight: { zh: '轻重', en: 'Weight' },
  says: { zh: '提示的话（示例）', en: 'What it says (example)' },
  name: { zh: '名称', en: 'Name' },
  value: { zh: '值', en: 'Value' },
  meaning: { zh: '含义', en: 'Meaning' },
} as const satisfies Record<string, Text>;

const GATE: Text = { zh: '公开前签认', en: 'Gate' };

const OFF: Text = { zh: '不检查', en: 'Off' };

/** What each threshold decides, its unit with it. */
export const THRESHOLD_MEANINGS: Readonly<Record<keyof Thresholds, Text>> = {
  lowExecution: {
    zh: 'W0：执行率低于此数（%）须说明',
    en: 'W0: execution below this (%) is explained',
  },
  notableExecution: {
    zh: 'W4：执行率低于此数（%），不能只写“无”',
    en: 'W4: execution below this (%) does not go with 无',
  },
  notableUnspent: {
    zh: 'W4：未支出达此数（万元），不能只写“无”',
    en: 'W4: so much left (万元) does not go with 无',
  },
  magnitudeFactor: { zh: 'W13：相差多少倍算可疑', en: 'W13: times apart that are suspicious' },
  magnitudeAmounts: {
    zh: 'W13：同列至少几个金额才比较',
    en: 'W13: amounts a column needs to be compared',
  },
  longText: { zh: 'W8：多少字起算长文', en: 'W8: characters of a long text' },
  repeatedCompletion: {
    zh: '与上年比：多少字起的相同完成情况才报',
    en: 'Last year: characters from which the same completion is told',
  },
  budgetJumpFactor: {
    zh: '与上年比：预算相差几倍算大变',
    en: 'Last year: times apart that are a budget jump',
  },
  budgetJumpAmount: {
    zh: '与上年比：预算相差不到此数（万元）不报',
    en: 'Last year: a smaller change (万元) is no jump',
  },
};

/** A threshold as people read it: money in 万元. */
export const thresholdText = (name: keyof Thresholds, value: number): string =>
  name === 'notableUnspent' || name === 'budgetJumpAmount' ? formatPlain(value) : String(value);

function pageIn(locale: Locale): string {
  const say = (text: Text): string => text[locale];
  const parts = [
    `# ${say(WORDS.title)}`,
    say(WORDS.intro),
    ...SCOPES.flatMap(([scope, title]) => [
      `## ${say(title)}`,
      tableOf(
        [WORDS.number, WORDS.rule, WORDS.weight, WORDS.says].map(say),
        RULES.filter((rule) => rule.scope === scope).map((rule) => ruleLine(rule, locale)),
      ),
    ]),
    `## ${say(WORDS.thresholds)}`,
    say(WORDS.thresholdsIntro),
    tableOf(
      [WORDS.name, WORDS.value, WORDS.meaning].map(say),
      thresholdNames().map((name) => [
        `\`${name}\``,
        thresholdText(name, THRESHOLDS[name]),
        say(THRESHOLD_MEANINGS[name]),
      ]),
    ),
  ];
  return `${parts.join('\n\n')}\n`;
}

/** Every threshold, in the order in which they are defined. */
export const thresholdNames = (): readonly (keyof Thresholds)[] =>
  // The object is typed by these very keys.
  Object.keys(THRESHOLDS) as (keyof Thresholds)[];

function ruleLine(rule: Rule, locale: Locale): readonly string[] {
  const link = `[\`${rule.id}\`](../shared/rules/${rule.id}/README.md)`;
  const says = rule.message[locale](rule.example ?? {});
  return [rule.number, `${link}<br>${rule.title[locale]}`, weights(rule, locale), says];
}

/** The weight, then what forms and periods make of it. */
function weights(rule: Rule, locale: Locale): string {
  if (rule.gate === true) return GATE[locale];
  const others = [
    ...FORMS.map(({ id, policy }) => [id, policy[rule.id]] as const),
    ...PERIODS.map(({ id, policy }) => [id, policy?.[rule.id]] as const),
  ].flatMap(([id, entry]) =>
    entry === undefined || entry === rule.severity ? [] : [`${id}: ${policyText(entry, locale)}`],
  );
  return [weightText(rule.severity, locale), ...others].join('<br>');
}

const weightText = (weight: Weight, locale: Locale): string =>
  (weight === 'off' ? OFF : SEVERITY_NAMES[weight])[locale];

/** A policy entry in words: 警告, or in stages 警告 → 2027-01-01 错误. */
const policyText = (entry: PolicyEntry, locale: Locale): string =>
  typeof entry === 'string'
    ? weightText(entry, locale)
    : `${weightText(entry.before, locale)} → ${entry.from} ${weightText(entry.severity, locale)}`;

const tableOf = (head: readonly string[], lines: readonly (readonly string[])[]): string =>
  [head, head.map(() => '---'), ...lines.map((line) => line.map(inCell))]
    .map((cells) => `| ${cells.join(' | ')} |`)
    .join('\n');

/** A bar would end the cell. */
const inCell = (text: string): string => text.replaceAll('|', '\\|').replaceAll('\n', ' ');
