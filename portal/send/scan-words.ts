import type { Text } from '../../shared/locale.ts';

/** What is said of scans of the sealed paper. */
export const SCAN_WORDS = {
  title: { zh: '盖章扫描件', en: 'Scan of the sealed paper' },
  required: {
    zh: '本年度须有盖章扫描件才能审核通过。',
    en: 'This period asks for one before the return is approved.',
  },
  optional: { zh: '可以上传，不是必须。', en: 'You may add one; it is not needed.' },
  private: {
    zh: '只有本单位、主管部门、财政和审计看得到；系统不识别内容，也不公开。',
    en: 'Only your unit, its department, finance and auditors see it; no machine reads it, and it is never public.',
  },
  print: { zh: '打印盖章稿', en: 'Print the copy to be sealed' },
  seal: { zh: '加盖单位公章', en: 'Have it sealed' },
  upload: {
    zh: '扫描或拍照后上传（PDF、JPG、PNG，不超过 20 MB）',
    en: 'Scan or photograph it, and add it here (PDF, JPEG, PNG, up to 20 MB)',
  },
  confirm: {
    zh: '扫描件不含国家秘密、工作秘密',
    en: 'The scan holds no state or work secrets',
  },
  choose: { zh: '上传扫描件', en: 'Add the scan' },
  replace: { zh: '换一份扫描件', en: 'Replace the scan' },
  sending: { zh: '正在上传', en: 'Adding' },
  added: { zh: '已保存', en: 'Kept' },
  missing: { zh: '单位还没有上传。', en: 'The unit has not added one yet.' },
  counts: { zh: '现行', en: 'counts' },
  before: { zh: '已换下', en: 'replaced' },
  by: { zh: '{name} {at}　{type}　{size}', en: '{name}, {at} · {type} · {size}' },
  look: { zh: '查看', en: 'Look' },
  close: { zh: '收起', en: 'Close' },
  download: { zh: '下载', en: 'Download' },
  noScan: {
    zh: '这不是 PDF、JPG 或 PNG 文件。请把盖章的纸质表扫描或拍照后再上传。',
    en: 'This is no PDF, JPEG or PNG. Please scan or photograph the sealed paper.',
  },
  tooLarge: {
    zh: '扫描件超过 20 MB。请改用 200 dpi 灰度重新扫描。',
    en: 'The scan is larger than 20 MB. A scan in grey at 200 dpi is smaller.',
  },
} as const satisfies Readonly<Record<string, Text>>;
