import { isDashes } from '../rows/nothing-words.ts';
import { foldWidth } from './plain-text.ts';

/**
 * What a whole cell amounts to. `none` is 无, 暂无, —, /; `not-applicable` 不适用, 不涉及; `done` 完成 and
 * the like; `passed` 合格, A级 and the like; they are different answers and none of them is blank.
 */
export type AnswerKind = 'blank' | 'not-applicable' | 'none' | 'done' | 'passed' | 'text';

const KINDS: readonly (readonly [AnswerKind, RegExp])[] = [
  ['not-applicable', /^(?:不适用|不涉及|无此项(?:指标|内容)?|无相关指标|N\/A)$/i],
  ['none', /^(?:无|暂无|没有)$/],
  ['done', /^(?:已|均已|已经)?(?:全部|按时|及时|如期|按期|按质按量|保质保量)?完成$/],
  ['passed', /^(?:已|均|全部)?(?:验收|评审|考核)?(?:合格|达标|通过|优秀|优良)$/],
  [
    'passed',
    /^(?:已|均)?(?:达到?)?(?:国家|省|市|地表水)?(?:[A-E]{1,3}|[一二三四五甲乙丙ⅠⅡⅢⅣⅤ]|I{1,3}|I?V)[级等类](?:标准|水平)?$/,
  ],
];

/** Longest text that can be one of the short answers. */
const LONGEST = 12;

const bare = (text: string): string => foldWidth(text).replace(/[\s。.，,;!]/g, '');

/** What a cell's text amounts to. */
export function answerKind(text: string): AnswerKind {
  if (text.length > 2 * LONGEST) return 'text';
  const words = bare(text);
  if (words === '') return 'blank';
  if (isDashes(words)) return 'none';
  return KINDS.find(([, pattern]) => pattern.test(words))?.[0] ?? 'text';
}

const EXPLAINS_NOTHING =
  /^(?:(?:暂|均|都|目前|暂时|目前暂)?(?:无|没有|未发现|不存在)(?:明显|重大|相关)?(?:问题|情况|异常)?|不适用|不涉及|(?:暂|均)?(?:不|无)(?:需要?|须|用|必)(?:进行)?整改|无整改(?:情况|事项)?|无需|良好|正常|[_*]+|n\/a)$/i;

/** Longest text that can explain nothing. */
const LONGEST_NOTHING = 40;

/** True for 问题 or 整改情况 left blank or filled with 无, 暂无问题, 不需要整改, —. */
export function explainsNothing(text: string): boolean {
  if (text.length > LONGEST_NOTHING) return false;
  const words = bare(text);
  return words === '' || isDashes(words) || EXPLAINS_NOTHING.test(words);
}
