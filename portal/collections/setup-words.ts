import type { Text } from '../../shared/locale.ts';
import type { Thresholds } from '../../shared/thresholds.ts';

/** What the page 报送期 says. */
export const PERIOD_WORDS = {
  title: { zh: '报送期', en: 'Periods' },
  intro: {
    zh: '每个报送期收哪些表、几时截止、谁应报、按什么标准校验和审核。每次修改都记入审计记录。',
    en: 'Which tables each period takes, until when, from whom, and how they are judged and reviewed. Every change is recorded.',
  },
  make: { zh: '新建报送期', en: 'A new period' },
  year: { zh: '年度（四位）', en: 'Year (four digits)' },
  edit: { zh: '设置', en: 'Settings' },
  board: { zh: '报送进度', en: 'Board' },
  list: { zh: '项目清单', en: 'List of projects' },
  of: { zh: '报送期 {period}', en: 'Period {period}' },
  save: { zh: '保存', en: 'Save' },
  saved: { zh: '已保存，记入审计记录。', en: 'Saved and recorded.' },
  dates: { zh: '日期', en: 'Dates' },
  opensOn: { zh: '开始', en: 'Opens on' },
  dueOn: { zh: '截止（当日 24:00，北京时间）', en: 'Due (until its end, Beijing time)' },
  graceDays: { zh: '宽限（工作日，默认 1）', en: 'Grace (working days, 1 by default)' },
  holidays: {
    zh: '法定节假日（每行一天，如 2022-06-03；系统无从得知，须列出）',
    en: 'Public holidays (one a line, as 2022-06-03; nobody can compute them)',
  },
  makeUpDays: {
    zh: '调休上班的周末（每行一天）',
    en: 'Weekends on which people work (one a line)',
  },
  tables: { zh: '表式', en: 'Tables' },
  forms: { zh: '收哪些表式', en: 'Forms it takes' },
  budgetBasis: { zh: '预算数口径', en: 'What the budget is' },
  titlePattern: {
    zh: '表题（{year} 年度，{name} 单位；不填按表式）',
    en: 'Title ({year}, {name}; the form’s if left empty)',
  },
  attachment: { zh: '附件标记', en: 'Attachment mark' },
  asForm: { zh: '按表式', en: 'As the form has it' },
  noMark: { zh: '不印', en: 'None' },
  ownMark: { zh: '自定', en: 'Its own' },
  owed: { zh: '应报单位', en: 'Who owes a return' },
  owedTop: { zh: '名册最上级的全部单位', en: 'Every unit at the top of the register' },
  owedListed: { zh: '指定单位（每行一个代码）', en: 'These units (one code a line)' },
  rules: { zh: '规则', en: 'Rules' },
  rulesIntro: {
    zh: '只列与表式默认不同的；可自某日起改变（此前按另一种）。',
    en: 'Only those that differ from the form; a weight may change on a day.',
  },
  rule: { zh: '规则', en: 'Rule' },
  weight: { zh: '轻重', en: 'Weight' },
  from: { zh: '自何日起（可空）', en: 'From (optional)' },
  before: { zh: '此前', en: 'Before' },
  addRule: { zh: '加一条', en: 'Add one' },
  drop: { zh: '去掉', en: 'Remove' },
  thresholds: {
    zh: '判断标准（不填用默认值）',
    en: 'Where lines are drawn (the usual ones if empty)',
  },
  review: { zh: '审核与公开', en: 'Review and publication' },
  forwarding: {
    zh: '下属单位的表先由主管部门审核',
    en: 'Departments forward their units’ returns',
  },
  fourEyes: { zh: '审核通过须两名财政人员', en: 'Two finance officers approve' },
  explanations: {
    zh: '审核通过前，每条警告须有说明或豁免',
    en: 'Every warning is explained or waived before approval',
  },
  signatures: { zh: '公开前签署几道', en: 'Signatures before publication' },
  distinctSigners: { zh: '各道由不同的人签署', en: 'Each by another person' },
} as const satisfies Readonly<Record<string, Text>>;

/** Names of the thresholds. Amounts are typed in 万元 and kept in fen. */
export const THRESHOLD_NAMES: Readonly<Record<keyof Thresholds, Text>> = {
  lowExecution: { zh: '执行率低于（%）须说明', en: 'A rate below this (%) is explained' },
  notableExecution: { zh: '执行率低于（%）须写问题', en: 'Below this (%) problems are named' },
  notableUnspent: { zh: '结余达（万元）须写问题', en: 'Or with so much unspent (万元)' },
  magnitudeFactor: {
    zh: '金额相差（倍）疑单位错',
    en: 'Amounts apart (times) may be in another unit',
  },
  magnitudeAmounts: { zh: '至少几个金额才比较', en: 'Amounts needed to compare' },
  longText: { zh: '几个字以上算长文字', en: 'Characters of a long text' },
  repeatedCompletion: {
    zh: '与上年相同的完成情况（字）',
    en: 'The same completion as last year (characters)',
  },
  budgetJumpFactor: { zh: '预算比上年变动（倍）', en: 'Budget against last year (times)' },
  budgetJumpAmount: { zh: '且变动达（万元）', en: 'and by so much (万元)' },
};

/** What the page 名册 says. */
export const REGISTER_WORDS = {
  title: { zh: '名册', en: 'Register' },
  intro: {
    zh: '单位只停用、不删除；改名保留曾用名，合并保留原代码。每次修改都记入审计记录。',
    en: 'Units end but are never deleted; former names and codes stay. Every change is recorded.',
  },
  import: { zh: '导入名册（xlsx、CSV）', en: 'Import a register (xlsx, CSV)' },
  importHint: {
    zh: '表头要有“单位代码”“单位名称”，可有“主管部门”“别名”“联系人”“联系电话”；空着的不改原有内容。',
    en: 'Columns 单位代码 and 单位名称, and if you like 主管部门, 别名, 联系人, 联系电话; what is blank changes nothing.',
  },
  fault: { zh: '第 {row} 行：{says}', en: 'Row {row}: {says}' },
  preview: {
    zh: '将要作的修改（确认前什么也不变）',
    en: 'What would change (nothing is, before you say so)',
  },
  same: {
    zh: '与现有名册一致，没有要改的。',
    en: 'It is as the register: there is nothing to change.',
  },
  added: { zh: '新增', en: 'Added' },
  renamed: { zh: '改名', en: 'Renamed' },
  moved: { zh: '改隶属', en: 'Moved' },
  changed: { zh: '改其他', en: 'Changed' },
  gone: { zh: '导入表里没有', en: 'Not in the import' },
  keep: { zh: '保留不动', en: 'Leave it' },
  end: { zh: '停用', en: 'End it' },
  mergeInto: { zh: '并入 {unit}', en: 'Merge into {unit}' },
  fromTo: { zh: '{from} → {to}', en: '{from} → {to}' },
  reason: { zh: '理由（记入审计记录）', en: 'Reason (it is recorded)' },
  apply: { zh: '确认修改 {count} 个单位', en: 'Change {count} units' },
  cancel: { zh: '放弃', en: 'Leave it' },
  code: { zh: '代码', en: 'Code' },
  name: { zh: '名称', en: 'Name' },
  aliases: { zh: '别名（以分号隔开）', en: 'Aliases (by semicolons)' },
  parent: { zh: '上级代码', en: 'Parent’s code' },
  contact: { zh: '联系人', en: 'Contact' },
  phone: { zh: '联系电话', en: 'Phone' },
  history: { zh: '历史', en: 'History' },
  formerly: { zh: '曾用名 {names}', en: 'formerly {names}' },
  ended: { zh: '{on} 停用', en: 'ended {on}' },
  endedInto: { zh: '{on} 并入 {into}', en: 'merged into {into} on {on}' },
  edit: { zh: '改', en: 'Change' },
  add: { zh: '新增单位', en: 'Add a unit' },
  recode: {
    zh: '改代码即新设一个单位，原代码停用并入新代码，已报送的仍在原代码下。',
    en: 'Another code makes another unit: the old one ends as part of it, with what it sent.',
  },
  search: { zh: '代码、名称', en: 'Code or name' },
  none: { zh: '还没有名册，请导入。', en: 'There is no register yet: import one.' },
} as const satisfies Readonly<Record<string, Text>>;
