import type { Text } from '../../shared/locale.ts';

/** What the list of all units says. */
export const LIST_WORDS = {
  title: { zh: '公开：{period} 年度', en: 'Publication of {period}' },
  none: { zh: '还没有已接收的自评表。', en: 'Nothing was accepted yet.' },
  unit: { zh: '单位', en: 'Unit' },
  state: { zh: '状态', en: 'State' },
  waits: { zh: '等待', en: 'Waits for' },
  days: { zh: '公开期限', en: 'To be public by' },
  published: { zh: '公开', en: 'Public' },
  choose: { zh: '选 {unit}', en: 'Choose {unit}' },
  open: { zh: '公开页', en: 'Publication' },
  daysLeft: { zh: '还剩 {days} 天', en: '{days} days left' },
  lastDay: { zh: '今天到期', en: 'Due today' },
  daysLate: { zh: '超期 {days} 天', en: '{days} days late' },
  noDay: { zh: '未登记决算批复日期', en: 'No day of the accounts' },
  scheduled: { zh: '定于 {at}', en: 'Set for {at}' },
  unscheduled: { zh: '定时已取消：{reason}', en: 'No longer scheduled: {reason}' },
  selected: { zh: '已选 {count} 个可以公开的单位', en: '{count} units chosen that are ready' },
  selectAll: { zh: '全选可以公开的', en: 'Choose all that are ready' },
  done: { zh: '{unit}：已办理', en: '{unit}: done' },
  erratumApart: {
    zh: '更正须写明原因，请到该单位的公开页办理。',
    en: 'An erratum wants its reason: open the page of that unit.',
  },
} as const satisfies Readonly<Record<string, Text>>;

/** What the page of one submission says. */
export const PUBLICATION_WORDS = {
  title: { zh: '公开：{period}年度 {unit}', en: 'Publication: {period} {unit}' },
  nothing: {
    zh: '没有审核通过的版次：财政审核通过后，在这里遮蔽、签认、签署和公开。',
    en: 'No revision is approved: once finance approved one, it is masked, signed and published here.',
  },
  revision: { zh: '第 {revision} 版', en: 'Revision {revision}' },
  upload: { zh: '上传件', en: 'The upload' },
  accounts: { zh: '决算批复日期', en: 'Final accounts approved on' },
  note: { zh: '登记', en: 'Note' },
  due: {
    zh: '批复后 20 日内公开：{dueOn} 前',
    en: 'To be public within 20 days: by {dueOn}',
  },
  table: { zh: '拟公开的表', en: 'The table as it will be public' },
  chooseToMask: {
    zh: '点一格：依法不予公开的在这里遮蔽，带“签”的在这里签认。遮蔽只改公开的表，不改存档和上报的表。',
    en: 'Choose a cell to mask it, or to sign off what is marked. Masking changes only what is public.',
  },
  choose: { zh: '点一格，看为什么遮蔽。', en: 'Choose a cell to see why it is masked.' },
  cell: { zh: '选中的单元格', en: 'The chosen cell' },
  why: { zh: '不予公开的理由', en: 'Why it is not public' },
  otherWhy: { zh: '写明理由', en: 'The reason' },
  mask: { zh: '遮蔽这一格', en: 'Mask this cell' },
  unmask: { zh: '不再遮蔽', en: 'Do not mask it' },
  masked: { zh: '依法不予公开：{reason}', en: 'Not public by law: {reason}' },
  draft: { zh: '遮蔽 {count} 格，有未保存的改动', en: '{count} cells masked, not saved' },
  saved: { zh: '遮蔽 {count} 格', en: '{count} cells masked' },
  save: { zh: '保存遮蔽', en: 'Save' },
  drop: { zh: '放弃改动', en: 'Drop the changes' },
  anew: {
    zh: '保存后，已有的签署作废，须重新签署。',
    en: 'Saving voids the signatures given: they start anew.',
  },
  toConfirm: {
    zh: '第 {revision} 版遮蔽过 {count} 格，已按项目对到本版，请核对后保存（沿用或改动都要保存）。',
    en: 'Revision {revision} had {count} cells masked, shown here by project: look at them and save.',
  },
  lost: {
    zh: '另有 {count} 格所在的项目本版没有了。',
    en: 'Another {count} were of projects that are gone.',
  },
  confirm: { zh: '确认遮蔽', en: 'Confirm the masks' },
  gates: { zh: '公开前签认', en: 'To be signed off' },
  noGates: { zh: '没有须签认的内容。', en: 'Nothing is to be signed off.' },
  gateDone: { zh: '已签认：{name}，{reason}', en: 'Signed off: {name}: {reason}' },
  gateMasked: { zh: '已遮蔽', en: 'Masked' },
  gateWhole: { zh: '不是一格的事，只能签认', en: 'About more than a cell: sign it off' },
  toCell: { zh: '到这一格', en: 'To the cell' },
  preview: { zh: '公开前预览', en: 'Before it is public' },
  previewReport: { zh: '预览 PDF（已遮蔽）', en: 'The report, masked' },
  previewPage: { zh: '预览网页', en: 'The page' },
  erratum: { zh: '更正内容（与现行公开版比较）', en: 'What the erratum changes' },
  project: { zh: '项目', en: 'Project' },
  column: { zh: '栏目', en: 'Column' },
  before: { zh: '更正前', en: 'Before' },
  after: { zh: '更正后', en: 'After' },
  added: { zh: '增加项目：{names}', en: 'Added: {names}' },
  dropped: { zh: '减少项目 {count} 个', en: '{count} projects fewer' },
  same: { zh: '公开的内容没有变化。', en: 'What is public does not change.' },
  signatures: { zh: '签署', en: 'Signatures' },
  by: { zh: '{name} {at}', en: '{name}, {at}' },
  notYet: { zh: '待签署', en: 'To be signed' },
  sign: { zh: '签署{name}', en: 'Sign: {name}' },
  publish: { zh: '公开', en: 'Publication' },
  sureSign: { zh: '以“{name}”签署？', en: 'Sign as “{name}”?' },
  surePublish: { zh: '公开第 {revision} 版？', en: 'Publish revision {revision}?' },
  notBefore: { zh: '不早于（北京时间）', en: 'Not before (Beijing time)' },
  isScheduled: {
    zh: '{name} 已定于 {at} 公开；此前内容或审核有变，就不公开。',
    en: '{name} set it for {at}; if anything changes before, it is not published.',
  },
  isPublic: { zh: '已公开，地址：', en: 'It is public at:' },
  willBe: { zh: '公开后的地址：', en: 'It will be found at:' },
  noAddress: { zh: '公开网站还没有设地址。', en: 'The public site has no address yet.' },
  editions: { zh: '公开记录', en: 'Editions' },
  edition: { zh: '第几版', en: 'Edition' },
  status: { zh: '状态', en: 'State' },
  at: { zh: '公开时间', en: 'Published' },
  reason: { zh: '原因', en: 'Reason' },
  sha256: { zh: 'PDF 的 SHA-256', en: 'SHA-256 of the PDF' },
  current: { zh: '现行', en: 'Current' },
  replaced: { zh: '已被更正版替代', en: 'Replaced' },
  withdrawn: { zh: '已撤回', en: 'Withdrawn' },
  saving: { zh: '请先保存遮蔽。', en: 'Save the masks first.' },
} as const satisfies Readonly<Record<string, Text>>;

/** What reasons are asked for that everybody reads. */
export const REASON_WORDS = {
  erratum: { zh: '更正原因（向社会公开）', en: 'Why it is corrected (everybody reads it)' },
  withdraw: { zh: '撤回公开的原因（向社会公开）', en: 'Why it is withdrawn (everybody reads it)' },
  unschedule: { zh: '取消定时的理由', en: 'Why it is not to be published then' },
} as const satisfies Readonly<Record<string, Text>>;

/** Why a cell may be kept from the public, by the Regulations on Open Government Information. */
export const LEGAL_REASONS: readonly Text[] = [
  {
    zh: '个人隐私（《政府信息公开条例》第十五条）',
    en: 'Personal privacy (Open Government Information Regulations, art. 15)',
  },
  {
    zh: '商业秘密（《政府信息公开条例》第十五条）',
    en: 'Trade secrets (art. 15)',
  },
  {
    zh: '公开后可能危及国家安全、公共安全、经济安全、社会稳定（《政府信息公开条例》第十四条）',
    en: 'Danger to national, public or economic security or social stability (art. 14)',
  },
  {
    zh: '内部事务信息（《政府信息公开条例》第十六条）',
    en: 'Internal affairs (art. 16)',
  },
];
