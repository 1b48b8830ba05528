import type { Text } from '../../shared/locale.ts';

/** What the board says. */
export const BOARD_WORDS = {
  title: { zh: '报送进度：{period} 年度', en: 'Returns of {period}' },
  period: { zh: '年度', en: 'Period' },
  none: { zh: '没有符合条件的单位。', en: 'No unit is like this.' },
  all: { zh: '全部', en: 'All' },
  open: { zh: '待报', en: 'To send' },
  overdue: { zh: '已逾期', en: 'Overdue' },
  late: { zh: '逾期报送', en: 'Sent late' },
  toReview: { zh: '待审核', en: 'To review' },
  approved: { zh: '审核通过', en: 'Approved' },
  answered: { zh: '已答复', en: 'Answered' },
  filter: { zh: '按状态筛选', en: 'Filter by state' },
  search: { zh: '单位或主管部门', en: 'Unit or department' },
  unit: { zh: '单位', en: 'Unit' },
  state: { zh: '状态', en: 'State' },
  days: { zh: '期限', en: 'Days' },
  newest: { zh: '最近一次', en: 'The latest' },
  counts: { zh: '现行版的校验', en: 'Findings of what counts' },
  history: { zh: '历史', en: 'History' },
  remind: { zh: '复制催报文本（{count} 个单位）', en: 'Copy a reminder ({count} units)' },
  copy: { zh: '复制', en: 'Copy' },
  copied: { zh: '已复制，可粘贴到群或短信。', en: 'Copied: paste it wherever you remind people.' },
  copyByHand: { zh: '请手工复制：', en: 'Please copy it by hand:' },
  reminder: { zh: '催报文本', en: 'Reminder' },
  codes: { zh: '核对盖章稿校验码', en: 'Look up a check code' },
  audit: { zh: '导出审计记录', en: 'Export the audit trail' },
} as const satisfies Readonly<Record<string, Text>>;

/** What stands with the review of a revision. */
export const REVIEW_WORDS = {
  title: { zh: '审核', en: 'Review' },
  decided: { zh: '{name} {at}', en: '{name}, {at}' },
  reason: { zh: '理由：{reason}', en: 'Reason: {reason}' },
  forwarded: { zh: '主管部门已审：{name} {at}', en: 'Forwarded: {name}, {at}' },
  specially: {
    zh: '特批受理：{name} {at}，{reason}',
    en: 'Accepted specially: {name}, {at}: {reason}',
  },
  approval: { zh: '审核通过：{name} {at}', en: 'Approved: {name}, {at}' },
  typeReason: { zh: '{step}的理由（单位看得到）', en: '{step}: your reason (the unit sees it)' },
  sure: { zh: '{step}第 {revision} 版？', en: '{step} revision {revision}?' },
  abandon: { zh: '取消', en: 'Cancel' },
  warnings: { zh: '警告及单位说明', en: 'Warnings, and what the unit says of them' },
  explanation: { zh: '单位说明：{text}', en: 'The unit: {text}' },
  waived: { zh: '已豁免：{name}，{reason}', en: 'Waived: {name}: {reason}' },
  table: { zh: '原表与批注', en: 'The table, and comments at its cells' },
  comments: { zh: '批注', en: 'Comments' },
  comment: {
    zh: '对这一格的批注（退回后单位看得到）',
    en: 'Your comment (the unit sees it once sent back)',
  },
  write: { zh: '写批注', en: 'Write' },
  takeAway: { zh: '删除批注', en: 'Take it away' },
  cell: { zh: '选中的单元格', en: 'The chosen cell' },
  at: { zh: '序号 {serial}·{column}', en: 'No. {serial}, {column}' },
  chooseToComment: {
    zh: '点一格写批注；批注随“退回”给单位。',
    en: 'Choose a cell to comment on it; comments go with what is sent back.',
  },
  choose: {
    zh: '点一格，看对它的批注和校验问题。',
    en: 'Choose a cell to read what is said of it.',
  },
  publication: { zh: '遮蔽、签署与公开', en: 'Masks, signatures and publication' },
  unexplained: { zh: '没有说明', en: 'Not explained' },
} as const satisfies Readonly<Record<string, Text>>;
