import type { Text } from '../../shared/locale.ts';

/** What is said to whoever looks a check code up. */
export const CODE_WORDS = {
  title: { zh: '核对盖章稿校验码', en: 'Look up a check code' },
  intro: {
    zh: '盖章稿每页下方印有校验码。输入校验码或扫码所得的文字，即可知道这份纸质稿是哪一版、是否仍然有效。',
    en: 'A stamped copy has a check code in its foot. Type it, or what its QR code says, to learn which revision it is of.',
  },
  code: { zh: '校验码', en: 'Check code' },
  typed: { zh: '校验码，或扫码所得的文字', en: 'Check code, or what the QR code says' },
  period: { zh: '年度', en: 'Period' },
  unit: { zh: '单位代码', en: 'Code of the unit' },
  lookUp: { zh: '核对', en: 'Look up' },
  unreadable: {
    zh: '这不是校验码，应如 K7QM-2XPD-9RTA。',
    en: 'That is no check code: it looks like K7QM-2XPD-9RTA.',
  },
  none: {
    zh: '未找到：{period} 年度 {unit} 没有一版的校验码是 {code}。请看校验码、年度和单位是否与纸上一致。',
    en: 'Not found: no table of {unit} for {period} has the code {code}. Check code, period and unit.',
  },
  found: { zh: '第 {revision} 版', en: 'Revision {revision}' },
  compare: {
    zh: '校验码只说明对应哪一版，不能证明纸上没有改动：请打开这一版，与纸上的文字和数逐项核对。',
    en: 'The code names a revision and proves no paper: open it and compare what is printed.',
  },
  open: { zh: '打开这一版', en: 'Open it' },
  table: { zh: '表', en: 'Table' },
  receivedAt: { zh: '报送时间', en: 'Received at' },
  publication: { zh: '公开', en: 'Publication' },
  current: { zh: '现行公开版，{at} 公开', en: 'public since {at}' },
  replaced: { zh: '{at} 公开，已被更正版替代', en: 'public at {at}, replaced since' },
  withdrawn: { zh: '{at} 公开，已撤回', en: 'public at {at}, withdrawn since' },
  never: { zh: '没有公开', en: 'never public' },
} as const satisfies Readonly<Record<string, Text>>;
