import { withoutTitles } from './plain-text.ts';

/** Cheap and true of nearly every cell: it has none of these words. */
const MAY_PLAN = /拟|预计|计划于|将[于在]/;

/** Something was done all the same, or the text says openly that it is not done yet. */
const OPEN_OR_DONE = /已(?!知)|尚未|暂未|未完成|未能|剩余|下一步|因(?!地制宜|素|子)|由于/;

const VERBS =
  '完成|开展|组织|举办|召开|建成|竣工|建设|推进|实施|采购|购置|购买|支付|拨付|通过|安排|形成|制定|编制|印发|启动|交付|投入使用|验收|新增|投入|筛选|排查|申报|发放|达到|实现|签订|出具|培训';
const DATE = '(?:20\\d\\d年|\\d{1,2}月|年底|年内|明年|今年|下半年|上半年|第?[一二三四]季度)';
/** A clause begins here, or the one who plans was just named. */
const SUBJECT =
  '(?<=^|[，,。；;：:、\\n\\s）)]|[我该本][局委办署区院校中心]|我们|单位|目前|现|后续|还|均|[.、]|\\d月|\\d年|底)';
/** 拟采购的设备 and 预计支付进度 are things, not plans. */
const THING = '(?!的|进度|计划|金额|数量|时间|日期|目标|任务|方案|协议|项目库|率|额)';

/** 为迎接…将在场馆举办…: the verb stands behind the place. */
const PLANS = new RegExp(
  [
    `${SUBJECT}拟(?:于|在|(?:${VERBS})${THING}|${DATE})`,
    `预计(?:于|将|在|可在|${DATE}|(?:${VERBS})${THING})`,
    `${SUBJECT}计划于`,
    `(?<!即)将于(?:${DATE}|近期|今后|近日)`,
    `将在(?!校|建|岗|册|线|编|职|用|途|押|库|外|籍|读|产|地|场地|辖区|全区|全市|全局)[^，,。；;\\n]{0,20}?(?:举办|召开|开展|建成|建设|完成|实施|启动|推进|举行|投入|支付)`,
    '(?<=后)将在[^，,。；;\\n]{0,20}?(?:举办|召开|开展|举行|建设)',
  ].join('|'),
  'u',
);

/** A plan made for a document that was issued: 工作计划于3月印发. */
const ISSUED = /^[^，,。；;\n]{0,30}(?:印发|下达|批复|发布|备案|报送|通过|公布)/;

/** So much is quoted from the plan's first word on. */
const QUOTED = 16;

/**
 * Where a completion tells a plan (拟, 预计, 计划于, 将于, 将在 with a verb): the words from there on, as
 * written; null when it tells none, or also tells what was done. Names in 《》 are no plans, nor are
 * 拟落户协议, 计划书, 年度计划, 将 with a noun.
 */
export function plannedWords(text: string): string | null {
  if (!MAY_PLAN.test(text)) return null;
  const said = withoutTitles(text);
  if (OPEN_OR_DONE.test(said)) return null;
  const match = PLANS.exec(said);
  if (match === null) return null;
  const words = said.slice(match.index);
  if (words.startsWith('计划于') && ISSUED.test(words)) return null;
  const quoted = [...(words.split(/[，,。；;\n]/)[0] ?? '')];
  return quoted.length > QUOTED ? `${quoted.slice(0, QUOTED).join('')}…` : quoted.join('');
}
