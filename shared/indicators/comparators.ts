/** How a stated number is meant: at least, more than, at most, less than, exactly, about. */
export type Comparator = '≥' | '>' | '≤' | '<' | '=' | '≈';

const BEFORE: Readonly<Record<Comparator, string>> = {
  '≥': '不得低于 不能低于 未低于 未少于 不低于 不得少于 不能少于 不少于 不得小于 不小于 不低於 不亚于 不弱于 高于或等于 大于或等于 大于等于 高于等于 达到或超过 至少 最少 ≥ >= => ＞＝ ⩾',
  '≤': '不得超过 不能超过 未超过 没有超过 未超 未高于 未突破 不超过 不超 不得高于 不高于 不得大于 不大于 不得多于 不多于 小于或等于 低于或等于 小于等于 低于等于 控制在 至多 最多 不突破 ≤ <= =< ⩽',
  '>': '超过 大于 高于 多于 突破 超 逾 >',
  '<': '低于 小于 少于 不足 不到 不满 未达 <',
  '≈': '大约 大概 接近 将近 约 近 预计',
  '=': '达到了 达到 达成 实现 增加到 提高到 提高至 提升到 提升至 下降到 降低到 降至 增至 达 为 是 至 : =',
};

const AFTER: Readonly<Record<string, Comparator>> = {
  以上: '≥',
  及以上: '≥',
  或以上: '≥',
  '(含)以上': '≥',
  以下: '≤',
  及以下: '≤',
  '(含)以下': '≤',
  以内: '≤',
  之内: '≤',
  内: '≤',
  左右: '≈',
  上下: '≈',
};

const lastCharacters = new Map<string, [string, Comparator][]>();
for (const [comparator, words] of Object.entries(BEFORE) as [Comparator, string][]) {
  for (const word of words.split(' ')) {
    const last = word.at(-1) ?? '';
    const known = lastCharacters.get(last) ?? [];
    lastCharacters.set(last, [...known, [word, comparator]]);
  }
}
// The longest word that fits is meant: 不低于 before 低于.
for (const known of lastCharacters.values()) known.sort(([a], [b]) => b.length - a.length);

/** A comparator and the place where its word begins or ends. */
export interface ComparatorRead {
  readonly comparator: Comparator;
  readonly at: number;
}

/** Words that only end like a comparator. */
const NO_COMPARATOR = /节约|签约|合约|履约|违约|公约|条约|附近|最近|就近|赶超|反超/;

/** The comparator that ends a text, spaces apart, and where its word begins; null when none does. */
export function comparatorBefore(text: string): ComparatorRead | null {
  const trimmed = text.trimEnd();
  for (const [word, comparator] of lastCharacters.get(trimmed.at(-1) ?? '') ?? []) {
    if (!trimmed.endsWith(word)) continue;
    if (NO_COMPARATOR.test(trimmed.slice(-2))) return null;
    return { comparator, at: trimmed.length - word.length };
  }
  return null;
}

const AFTER_WORD = /(?:\(含\)|及|或)?(?:以上|以下)|以内|之内|内(?!部|容|外|地|存|涝|河)|左右|上下/y;

/** The comparator that begins at a position, and where its word ends: 以上, 以内, 左右. */
export function comparatorAfter(text: string, position: number): ComparatorRead | null {
  AFTER_WORD.lastIndex = position;
  const word = AFTER_WORD.exec(text)?.[0];
  if (word === undefined) return null;
  const comparator = AFTER[word];
  return comparator === undefined ? null : { comparator, at: position + word.length };
}
