import type { Text } from '../../shared/locale.ts';

/** What is said to whoever verifies a receipt. */
export const VERIFY_WORDS = {
  title: { zh: '核对报送回执', en: 'Verify a receipt' },
  intro: {
    zh: '以下由系统给出，请与纸质回执逐项核对；不一致的，以这里为准。',
    en: 'This is what the system says. Compare it with the paper; where they differ, this holds.',
  },
  none: {
    zh: '没有这份回执：地址不完整，或回执不是本系统出具的。',
    en: 'There is no such receipt: the address is incomplete, or this system has not issued it.',
  },
  now: { zh: '现在的状态', en: 'How it stands now' },
  recalled: { zh: '{at} 撤销', en: 'taken back at {at}' },
  compare: {
    zh: '手里的文件是不是报送的那一份？',
    en: 'Is the file at hand the one that was sent?',
  },
  local: {
    zh: '文件只在您的电脑上计算 SHA-256，不上传。',
    en: 'Its SHA-256 is computed on your computer; the file goes nowhere.',
  },
  drop: { zh: '把文件拖到这里，或', en: 'Drop the file here, or' },
  choose: { zh: '选择文件', en: 'Choose a file' },
  isFile: { zh: '一致：这就是报送的文件。', en: 'It is: this is the file that was sent.' },
  isReport: {
    zh: '一致：这就是据此生成的自评表 PDF。',
    en: 'This is the report that was made of it.',
  },
  isOther: {
    zh: '不一致：这不是报送的文件，也不是据此生成的自评表。',
    en: 'It is neither the file that was sent nor the report that was made of it.',
  },
} as const satisfies Readonly<Record<string, Text>>;
