/** A comparator, or the first half of one, with nothing but the end of its sentence behind it. */
const HANGING =
  /(不得低于|不得少于|不低于|不少于|不小于|不高于|不多于|不大于|不得超过|不超过|大于等于|小于等于|大于|小于|高于|低于|多于|少于|超过|达到|至少|不得?低|不得?少|不得?高|不得?超|不得?|≥|≤|>=|<=|>|<|＞|＜)(?:\s*[。；;）)]|\s*\n|\s*$)/g;

/** Whole sentences that end that way: 投诉未超过, 是否, 完不成任务的不. */
const ENDS_SO = /(?:[未没无并从毫绝决]|没有|是|要|可|[^\p{Script=Han}]不)$/u;

/** Half a comparator is only half one after the name of a measure: 满意度不, 合格率不低. */
const MEASURE_BEFORE = /(?:率|度|数|数量|比例|比重|时间|时长|次数|面积|金额|额|量)$/;

/** Characters shown before the comparator, so that the place is found. */
const SHOWN = 8;

/** Cheap and true of few cells. */
const MAY_HANG = /[于过到少低高超不≥≤=><＞＜]\s*(?:$|[。；;）)\n])/;

/** A comparator without its number. */
export interface HangingComparator {
  /** The comparator with a few characters before it. */
  readonly tail: string;
  /** False where only its first half is there: 满意度不. */
  readonly isWhole: boolean;
}

/** The first comparator of a text that nothing but the end of its sentence follows; null without one. */
export function hangingComparator(text: string): HangingComparator | null {
  if (!MAY_HANG.test(text)) return null;
  for (const match of text.matchAll(HANGING)) {
    const word = match[1] ?? '';
    const before = text.slice(Math.max(0, match.index - SHOWN), match.index);
    if (before.trim() === '' || ENDS_SO.test(before)) continue;
    const isHalf = !/[于过≥≤=><＞＜]$|至少$/.test(word);
    if (isHalf && !MEASURE_BEFORE.test(before)) continue;
    return { tail: `${before}${word}`, isWhole: !isHalf };
  }
  return null;
}
