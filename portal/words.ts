import type { Text } from '../shared/locale.ts';

/** Replaces `{name}` in both languages. */
export const filled = (
  { zh, en }: Text,
  values: Readonly<Record<string, string | number>>,
): Text => {
  const fill = (text: string): string =>
    text.replace(/\{(\w+)\}/g, (whole, name: string) => String(values[name] ?? whole));
  return { zh: fill(zh), en: fill(en) };
};

/** What the frame around every page says. */
export const FRAME_WORDS = {
  product: { zh: '部门预算项目绩效自评', en: 'Project performance self-evaluation' },
  skip: { zh: '跳到正文', en: 'Skip to content' },
  pages: { zh: '页面', en: 'Pages' },
  send: { zh: '报送', en: 'Send' },
  check: { zh: '自查', en: 'Check' },
  board: { zh: '报送进度', en: 'Board' },
  sums: { zh: '汇总', en: 'Sums' },
  publication: { zh: '公开', en: 'Publication' },
  periods: { zh: '报送期', en: 'Periods' },
  register: { zh: '名册', en: 'Register' },
  switchLanguage: { zh: 'English', en: '中文' },
  notFound: { zh: '没有这个页面', en: 'There is no such page' },
  toCheck: { zh: '去自查页面', en: 'Go to the check page' },
} as const satisfies Readonly<Record<string, Text>>;

/** What the check page says. What the rules say is theirs. */
export const CHECK_WORDS = {
  title: { zh: '报送前自查', en: 'Check before you send' },
  intro: {
    zh: '把填好的自评表放进来，几秒内看到每一处问题，可以在网页上直接改。用的就是收件时的同一套校验。',
    en: 'Put your filled-in table here: every problem is shown in its cell and can be mended in the page. The rules are the very ones your table is received with.',
  },
  private: {
    zh: '文件只在您的电脑上读取和校验，不上传；页面打开后断网也能用。',
    en: 'The file is read and checked on your computer only and is not uploaded; once open, the page works without a network.',
  },
  noRegister: {
    zh: '本页没有单位名册和以前年度的数据：单位名称是否登记、与上年和上一版的比较，要在报送时才校验。',
    en: 'This page knows no register of units and no earlier data: whether unit names are registered, and comparisons with earlier tables, are checked only when you send.',
  },
  drop: { zh: '把文件拖到这里，或', en: 'Drop a file here, or' },
  choose: { zh: '选择文件', en: 'Choose a file' },
  formats: {
    zh: '.xlsx、.xls、.et、.xlsb、.ods、.csv，不超过 10 MiB',
    en: '.xlsx, .xls, .et, .xlsb, .ods, .csv; at most 10 MiB',
  },
  period: { zh: '年度', en: 'Period' },
  periodOfSheet: { zh: '按表题', en: 'As its title says' },
  stageReading: { zh: '正在读取文件', en: 'Reading the file' },
  stageJudging: { zh: '正在逐格校验', en: 'Checking every cell' },
  stageWriting: { zh: '正在生成文件', en: 'Writing the workbook' },
  cancel: { zh: '停止', en: 'Stop' },
  cancelled: { zh: '已停止，没有校验', en: 'Stopped: nothing was checked' },
  fault: {
    zh: '校验程序出错，不是您的错：{reason}。请刷新页面再试；仍不行时可直接报送，由收件系统校验。',
    en: 'The checking program failed, which is not your fault: {reason}. Reload the page; if it fails again, send the file and it is checked there.',
  },
  another: { zh: '换文件', en: 'Another file' },
  undo: { zh: '撤销', en: 'Undo' },
  redo: { zh: '恢复', en: 'Redo' },
  takeCertain: { zh: '采用 {count} 处确定的改正', en: 'Take {count} certain corrections' },
  corrected: { zh: '下载改正稿', en: 'Corrected copy' },
  feedback: { zh: '下载反馈表', en: 'Feedback workbook' },
  print: { zh: '打印', en: 'Print' },
  passed: { zh: '可以报送', en: 'Ready to send' },
  returned: { zh: '有必须改的内容', en: 'Some things must be mended' },
  counts: {
    zh: '错误 {errors} · 警告 {warnings} · 提示 {hints}',
    en: '{errors} errors · {warnings} warnings · {hints} hints',
  },
  facts: { zh: '{projects} 个项目', en: '{projects} projects' },
  mended: { zh: '已改 {count} 格', en: '{count} cells changed' },
  rechecked: {
    zh: '已重新校验：错误 {errors}，警告 {warnings}，提示 {hints}',
    en: 'Checked again: {errors} errors, {warnings} warnings, {hints} hints',
  },
  leave: {
    zh: '改动还没有下载，确定换文件吗？',
    en: 'Your changes are not downloaded yet. Take another file?',
  },
  keepChanges: { zh: '不换', en: 'Stay' },
  dropChanges: { zh: '换文件', en: 'Another file' },
  serverDecides: {
    zh: '自查结果供参考，以收件系统的校验为准。',
    en: 'This is a preview: what counts is the check when your table is received.',
  },
} as const satisfies Readonly<Record<string, Text>>;

/** What the table and the list beside it say. */
export const TABLE_WORDS = {
  table: { zh: '自评表', en: 'The table' },
  list: { zh: '问题清单', en: 'Findings' },
  nothing: { zh: '没有发现问题', en: 'Nothing was found' },
  folded: { zh: '另有 {count} 条', en: '{count} more' },
  goTo: { zh: '到 {cell}', en: 'To {cell}' },
  next: { zh: '下一处（{at}/{count}）', en: 'Next ({at} of {count})' },
  take: { zh: '采用 {value}', en: 'Take {value}' },
  takeAll: { zh: '采用全部 {count} 处', en: 'Take all {count}' },
  explain: { zh: '写单位说明', en: 'Explain' },
  explanation: { zh: '单位说明', en: 'Your explanation' },
  save: { zh: '保存', en: 'Save' },
  abandon: { zh: '取消', en: 'Cancel' },
  change: { zh: '改', en: 'Change' },
  cellText: { zh: '{cell} 的内容', en: 'What stands in {cell}' },
  nothingSelected: {
    zh: '点表中的格子，或点右边清单里的问题；方向键移动，回车修改。',
    en: 'Choose a cell, or a finding in the list; arrow keys move, Enter edits.',
  },
  readOnly: {
    zh: '此格在原文件里没有单独的一栏，请在原文件里改',
    en: 'This cell has no column of its own in your file: please mend it there',
  },
  changed: { zh: '已改', en: 'changed' },
  serial: { zh: '序号 {serial}', en: 'No. {serial}' },
  row: { zh: '第 {row} 行', en: 'Row {row}' },
  allColumns: { zh: '全部 {count} 栏', en: 'All {count} columns' },
  noProblem: { zh: '没有问题', en: 'No problem' },
  amountUnit: { zh: '单位：万元', en: 'Amounts in 万元 (10,000 yuan)' },
  page: { zh: '第 {from}–{to} 行，共 {count} 行', en: 'Lines {from}–{to} of {count}' },
  before: { zh: '上一页', en: 'Back' },
  after: { zh: '下一页', en: 'On' },
  sign: { zh: '签认', en: 'Sign-off' },
  comment: { zh: '批注', en: 'Comment' },
  masked: { zh: '遮蔽', en: 'Masked' },
} as const satisfies Readonly<Record<string, Text>>;
