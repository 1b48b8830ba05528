import type { FiledStanding, Untried } from '../../shared/filed-tables.ts';
import type { ImpactKind } from '../../shared/impact.ts';
import type { Text } from '../../shared/locale.ts';

/** What is said of trying a policy on what was filed. */
export const IMPACT_WORDS = {
  title: { zh: '试算影响', en: 'Try on what was filed' },
  intro: {
    zh: '保存前可以看看：上面草稿里的规则和判断标准，会让本期已报的哪些表变样。逐份用留存的文件重新校验，与现行设置相比；写了“自何日起”的规则，按这一天已到来算。',
    en: 'Before you save: see what the rules and lines of the draft above would make of what was filed. Each kept file is judged anew and compared with the settings that hold; a weight with a day is tried as if that day had come.',
  },
  stays: {
    zh: '试算和保存都不改变已经作出的结论：通过的仍是通过，退回的仍是退回，审核通过的连同当时的规则固定下来。新设置只管以后收到的文件。',
    en: 'Neither trying nor saving changes what was decided: what was accepted or returned stays so, and what was approved is pinned with its rules. New settings are for what is received from then on.',
  },
  start: { zh: '试算影响', en: 'Try it' },
  again: { zh: '按现在的草稿再试', en: 'Try the draft as it is now' },
  goOn: { zh: '接着试', en: 'Go on' },
  stop: { zh: '停止', en: 'Stop' },
  progress: { zh: '已试 {done} / {total} 份报送', en: 'Tried {done} of {total} returns' },
  waiting: { zh: '正在开始……', en: 'Starting…' },
  stopped: {
    zh: '没有试完：下面只说已试的 {done} / {total} 份报送。',
    en: 'It was not finished: this is of {done} of {total} returns alone.',
  },
  nothing: {
    zh: '本期还没有收到任何报送，改规则不影响已报的表。',
    en: 'Nothing was filed in this period yet: there is nothing for a change to touch.',
  },
  earlierDraft: {
    zh: '试算之后草稿又改过：下面是按先前的草稿算的。',
    en: 'The draft was changed after this was tried: it is as of an earlier draft.',
  },
  earlierSettings: {
    zh: '试算之后保存过：下面是与保存前的设置相比。',
    en: 'Settings were saved after this was tried: it compares with those before.',
  },
  counts: { zh: '各表会怎样', en: 'What would become of the tables' },
  byRule: { zh: '按规则', en: 'By rule' },
  rule: { zh: '规则', en: 'Rule' },
  appear: { zh: '新出现', en: 'New' },
  vanish: { zh: '消失', en: 'Gone' },
  heavier: { zh: '加重', en: 'Heavier' },
  lighter: { zh: '减轻', en: 'Lighter' },
  tables: { zh: '受影响的表', en: 'Tables that it touches' },
  newTab: {
    zh: '点开的表在新标签页显示，这里的草稿不会丢。',
    en: 'Tables open in a tab of their own: the draft here stays.',
  },
  untouched: { zh: '没有一张表受影响。', en: 'No table is touched.' },
  unit: { zh: '单位', en: 'Unit' },
  standing: { zh: '已定的结论', en: 'As decided' },
  revision: { zh: '第 {revision} 版·{standing}', en: 'revision {revision} · {standing}' },
  kind: { zh: '会怎样', en: 'Would be' },
  errors: { zh: '错误', en: 'Errors' },
  warnings: { zh: '警告', en: 'Warnings' },
  rules: { zh: '变化的规则', en: 'Rules that change' },
  change: { zh: '{what} {count}', en: '{what} {count}' },
  more: { zh: '另有 {count} 张，全部列出', en: 'Show {count} more' },
  untried: { zh: '没有试的（{count}）', en: 'Not tried ({count})' },
} as const satisfies Readonly<Record<string, Text>>;

/** What becomes of a table, as a heading over how many. */
export const KIND_NAMES: Readonly<Record<ImpactKind, Text>> = {
  returned: { zh: '由通过变退回', en: 'Would be returned' },
  accepted: { zh: '由退回变通过', en: 'Would be accepted' },
  warned: { zh: '多出警告', en: 'New warnings' },
  changed: { zh: '问题有增减', en: 'Other findings' },
  same: { zh: '不变', en: 'The same' },
};

/** How a table was decided. */
export const STANDING_NAMES: Readonly<Record<FiledStanding, Text>> = {
  accepted: { zh: '已接收', en: 'accepted' },
  approved: { zh: '审核通过', en: 'approved' },
  'after-close': { zh: '期后报送', en: 'after the close' },
  returned: { zh: '校验未通过', en: 'returned' },
};

/** Why nothing was tried. */
export const UNTRIED_NAMES: Readonly<Record<Untried, Text>> = {
  answer: { zh: '答复，没有表', en: 'an answer without a table' },
  recalled: { zh: '单位已撤销', en: 'taken back by its unit' },
  failed: { zh: '系统故障，没有校验过', en: 'the system failed on it' },
  purged: { zh: '已清除', en: 'purged' },
  gone: { zh: '文件已不在', en: 'its file is there no more' },
};
