import type { Text } from '../../shared/locale.ts';

/** What is said of the report before it is sent. */
export const DRAFT_WORDS = {
  button: { zh: '预览自评表（草稿）', en: 'Preview the report (draft)' },
  title: { zh: '自评表草稿，不算报送', en: 'A draft of the report: nothing is sent' },
  question: { zh: '把文件发到系统排版？', en: 'Have the system lay the file out?' },
  advice: {
    zh: '文件会发到系统，排成自评表后传回，不保存、不算报送。请确认文件不含国家秘密、工作秘密。',
    en: 'The file goes to the system, which lays it out and sends the report back; nothing is kept, and it does not count as sent. Please make sure that it holds no state or work secrets.',
  },
  go: { zh: '确认，预览', en: 'It holds none: preview' },
  abandon: { zh: '取消', en: 'Cancel' },
  download: { zh: '下载草稿', en: 'Download the draft' },
  close: { zh: '关闭', en: 'Close' },
  tooLarge: {
    zh: '文件超过 4 MB，不能预览；可以直接报送。请检查表中是否有图片。',
    en: 'Files of more than 4 MB are not previewed; they can be sent. Look for pictures in the table.',
  },
} as const satisfies Readonly<Record<string, Text>>;
