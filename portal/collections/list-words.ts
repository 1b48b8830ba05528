import type { Text } from '../../shared/locale.ts';

/** What the page 项目清单 says. */
export const LIST_WORDS = {
  title: { zh: '项目清单：{period} 年度', en: 'List of projects, {period}' },
  intro: {
    zh: '导入批复（或调整后）预算与决算支出的项目清单，报送的表收件时即与之核对：漏报、多报、预算数或支出数不一致。',
    en: 'Import the projects with approved (or adjusted) budgets and final spending: tables are held against them when they are received.',
  },
  none: {
    zh: '本报送期还没有项目清单，有关规则不作校验。',
    en: 'There is no list: the rules about it are silent.',
  },
  inForce: {
    zh: '现行清单：{projects} 个项目（{name} {at} 导入）',
    en: 'In force: {projects} projects ({name}, {at})',
  },
  import: { zh: '导入项目清单（xlsx、CSV）', en: 'Import a list (xlsx, CSV)' },
  importHint: {
    zh: '表头要有“项目名称”和“单位代码”或“单位名称”，可有“项目编码”“预算数”“决算支出”及各资金来源；金额默认万元，表头写明（元）的按元。',
    en: 'Columns 项目名称 and 单位代码 or 单位名称; 项目编码, 预算数, 决算支出 and sources if you like; 万元 unless the header says （元）.',
  },
  compared: {
    zh: '共 {count} 个项目，预算 {budget} 万元；与现行清单相比：新增 {added}，去掉 {dropped}，金额改变 {changed}。',
    en: '{count} projects, budget {budget} 万元; against the list in force: {added} added, {dropped} dropped, {changed} changed.',
  },
  added: { zh: '新增 {count} 个', en: '{count} added' },
  dropped: { zh: '去掉 {count} 个', en: '{count} dropped' },
  changed: { zh: '金额改变 {count} 处', en: '{count} amounts changed' },
  apply: { zh: '确认，以此为现行清单', en: 'Put it into force' },
  later: {
    zh: '只核对此后报送的表；已报送的仍以当时的清单为准。',
    en: 'Only what is sent from now on is held against it; what was sent stays with its list.',
  },
  back: { zh: '报送期设置', en: 'Settings of the period' },
} as const satisfies Readonly<Record<string, Text>>;
