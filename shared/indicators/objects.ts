/** Words that lead up to what is counted without naming it: 全年共完成采购28台电脑. */
const LEAD =
  /^(?:(?:\d{4}年度?|每(?:个)?(?:半年|年|月|季度?|周|日|天)|平均|全年|本年度?|年度|年内|当年|今年|累计|总计|合计|共计?|实际|已经?|均|分别|按时|及时|顺利|成功|计划|预计|拟|力争|确保|保证|其中|以及|[和及与并且]|完成了?|开展了?|组织|举办了?|举行了?|召开了?|购买了?|采购了?|购置了?|配备|新建|新增|新购|建设|建成|形成了?|出具|编制了?|提交|制定了?|制作|印发|发放|支付|拨付|资助|办理|受理|处理|实现|达到?|对|为|将|[、，,:\s▢▣.])(?!率|性|象|接|口))+/;
const TAIL =
  /(?:必须|须|应当|应|均|有|等|总数量|数量|总数|个数|次数|人数|份数|件数|总量|(?<![指系参倍])数|共计?|合计|累计|完成|[\s:、，,=(▢▣])+$/;
const VERB = /^对(?!象|口|接)|进行|开展|实施|通过|完成|得到|实现|组织|并|[和及与]|以及|的/;
const BOUNDARY = /[，,。、()▢▣/]|\d+[*×]/;

/** Words of one thing that offices write in two ways. */
const SAME: readonly (readonly [RegExp, string])[] = [
  [/计算机|微机/g, '电脑'],
  [/便携式电脑|笔记本电脑|手提式电脑/g, '手提电脑'],
  [/[“”"'‘’\s]/g, ''],
];

const stripped = (text: string): string => text.replace(LEAD, '').replace(TAIL, '');

const sameWords = (text: string): string =>
  SAME.reduce((words, [pattern, word]) => words.replace(pattern, word), text);

/** Longest name of a thing; a longer run of text is no name. */
const MAX_LENGTH = 40;

const named = (text: string): string => (text.length > MAX_LENGTH ? '' : sameWords(text));

/** What is counted, in the text that follows number and measure word: 28台|台式电脑、… */
export function objectAfter(text: string): string {
  const end = text.search(BOUNDARY);
  const run = (end < 0 ? text : text.slice(0, end)).slice(0, MAX_LENGTH + 1);
  const verb = run.search(VERB);
  return named((verb < 0 ? run : run.slice(0, verb)).replace(TAIL, ''));
}

/** What is counted, in the text before number and comparator: …、激光打印机|14台, 资料：出具|4份. */
export function objectBefore(text: string): string {
  const clause =
    text
      .slice(-2 * MAX_LENGTH)
      .split(/[，,。、()]/)
      .at(-1) ?? '';
  const parts = clause.split(':').map(stripped);
  return named(parts.findLast((part) => part !== '') ?? '');
}
