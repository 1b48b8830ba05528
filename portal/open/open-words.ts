import type { Text } from '../../shared/locale.ts';

/** What the page says that a link of the summary opens. */
export const OPEN_WORDS = {
  title: { zh: '打开汇总表里的链接', en: 'A link of the summary' },
  revision: {
    zh: '{period}年度 {unit} 第 {revision} 版',
    en: '{period}, {unit}, revision {revision}',
  },
  report: { zh: '自评表', en: 'report' },
  stamped: { zh: '盖章稿', en: 'copy to be sealed' },
  feedback: { zh: '原表及校验标注', en: 'own table with what was found' },
  corrected: { zh: '改正稿', en: 'corrected copy' },
  findings: { zh: '校验结果', en: 'findings' },
  records: { zh: '已入库的记录', en: 'stored records' },
  summary: { zh: '{period}年度汇总', en: 'Summary of {period}' },
  fetching: { zh: '正在取文件……', en: 'Fetching the file…' },
  saved: {
    zh: '文件已交给浏览器下载。',
    en: 'The file is among your browser’s downloads.',
  },
  again: { zh: '再下载一次', en: 'Download again' },
  whole: { zh: '这一版的全部内容', en: 'Everything about this revision' },
  unknown: {
    zh: '没有这一份。链接可能不完整，或这一版已清除；请从最新的汇总表再点一次。',
    en: 'There is no such file: the link may be incomplete, or the revision was removed. Try the newest summary.',
  },
} as const satisfies Readonly<Record<string, Text>>;
