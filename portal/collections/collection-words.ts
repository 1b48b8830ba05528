import type { Text } from '../../shared/locale.ts';

/** What is said of a period's dates, and of finance settling them. */
export const COLLECTION_WORDS = {
  dates: {
    zh: '截止 {dueOn} 24:00（北京时间）；按时首报的，宽限 {grace} 个工作日内接收仍算按时',
    en: 'Due {dueOn}, 24:00 Beijing time; what was first sent in time may be accepted {grace} working days later',
  },
  noDue: { zh: '没有设截止日期', en: 'No due day is set' },
  late: { zh: '逾期 {days} 天', en: '{days} days late' },
  inTime: { zh: '按时', en: 'in time' },
  grace: { zh: '宽限至 {day}', en: 'grace until {day}' },
  extended: { zh: '延期至 {dueOn}', en: 'extended to {dueOn}' },
  extendedWhy: {
    zh: '延期至 {dueOn}：{reason}（{name} {at}）',
    en: 'Extended to {dueOn}: {reason} ({name}, {at})',
  },
  afterClose: { zh: '期后报送第 {revision} 版', en: 'after the close: No. {revision}' },
  afterCloseSays: {
    zh: '本文件在报送期关闭后收到，作为期后报送保存并校验；财政受理之前，不改变已计入的一版。',
    en: 'This file came after the period was closed: it is kept and checked, and changes nothing before finance takes it.',
  },
  isClosed: {
    zh: '报送期已关闭（{name} {at}）：{reason}',
    en: 'The period was closed ({name}, {at}): {reason}',
  },
  closedForUnit: {
    zh: '报送期已关闭。仍可报送，作为期后报送保存，由财政决定是否受理。',
    en: 'The period is closed. What you send now is kept for finance to decide on.',
  },
  close: { zh: '关闭报送期', en: 'Close the period' },
  closeAdvice: {
    zh: '关闭后收到的文件作为期后报送保存，不改变已计入的各版；可以重新开放。',
    en: 'What comes later is kept aside and changes nothing; the period can be opened again.',
  },
  reopen: { zh: '重新开放', en: 'Open again' },
  extend: { zh: '延期', en: 'Extend' },
  extendTitle: { zh: '给 {count} 个单位延期', en: 'Extend {count} units' },
  extendTo: { zh: '延期至（当日 24:00）', en: 'Until the end of' },
  reason: { zh: '理由（记入审计记录）', en: 'Reason (it is recorded)' },
  withdraw: { zh: '取消延期', en: 'Take the extension away' },
  abandon: { zh: '取消', en: 'Cancel' },
  reminded: {
    zh: '{at} 财政部门催报，请尽快报送。',
    en: 'Finance reminded you at {at}: please send.',
  },
  remind: { zh: '催报 {count} 个未报单位', en: 'Remind {count} units' },
  approve: { zh: '通过 {count} 份无警告的', en: 'Approve {count} without warnings' },
  forward: { zh: '转报 {count} 份无警告的', en: 'Forward {count} without warnings' },
  lastAction: { zh: '最近动作', en: 'Last action' },
  by: { zh: '{name}　{at}　{by}', en: '{name}, {at}, {by}' },
  choose: { zh: '选中 {unit}', en: 'Choose {unit}' },
  chooseAll: { zh: '全选', en: 'Choose all' },
  chosen: { zh: '已选 {count} 个单位', en: '{count} units chosen' },
  department: { zh: '主管部门', en: 'Department' },
  allDepartments: { zh: '全部部门', en: 'All departments' },
} as const satisfies Readonly<Record<string, Text>>;
