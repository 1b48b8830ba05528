/** What a measure word measures; decides whether a smaller number can be the better one. */
export type MeasureKind = 'count' | 'percent' | 'money' | 'time' | 'physical';

const WORDS: Readonly<Record<MeasureKind, string>> = {
  percent: '个百分点 百分点 % ‰',
  money: '元 美元 港元',
  time: '个工作日 工作日 个小时 小时 分钟 秒 天 日 周 个星期 个月 个季度 个年度 年',
  physical:
    '平方米 平方公里 立方米 公里 千米 米 ㎡ m² m³ m2 km 亩 公顷 吨标准煤 吨 公斤 千克 kg 微克 毫克 克 升 千瓦时 万千瓦 千瓦 兆瓦 kW MW 度 ℃ 分贝 GB TB',
  count: [
    '人次 人天 人份 人 名 个次 个 家次 家 户次 户 场次 场 台次 台套 台 套次 套 件次 件 份 批次 项次 项 条次 条',
    '次 处次 处 宗 起 篇 册 本 部 辆 艘 架次 架 间 所 栋 幢 座次 座 棵 株 头 只 张 把 双 顶 床 盏 支 根 块 片 组',
    '对 班次 班 期 课时 学时 节 门 例 点位 点次 点 路 盆 瓶 箱 包 袋 桶 枚 颗 幅 面 版 集 车次 标段 单 笔 剂次 剂 种',
    '类 层 站 孔 眼 口 倍 位 队 团 村 镇 街 校 队次 分',
  ].join(' '),
};

const KINDS = new Map<string, MeasureKind>(
  (Object.entries(WORDS) as [MeasureKind, string][]).flatMap(([kind, words]) =>
    words.split(' ').map((word) => [word, kind] as const),
  ),
);

/** The characters measure words begin with, for a first glance at what follows a number. */
export const MEASURE_INITIALS = [...new Set([...KINDS.keys()].map((word) => word[0] ?? ''))].join(
  '',
);

const LONGEST = Math.max(...[...KINDS.keys()].map((word) => word.length));

/**
 * Words that begin like a measure word but are none: 人民, 个性, 次性, 条龙, 件事 …; a Chinese
 * numeral before them counts nothing (一次性, 一条龙, 一个性).
 */
const NOT_A_MEASURE =
  /^(?:次性|次函|条龙|把手|个性|家亲|家言|点通|面向|面的|人民|年度|年级|年期|日常|天然|度电|分钟寺|片区|类型|路径|站式|所有|处理|件套|本级|项目|种植|组织|组成|部门|节约|节能|户籍|口径|位于|班子|期间|单位|门类|对于|对口|街道|校园|包括|根据|层级|层次|名单|名称|位置|团队|团体|点评|点位图)/;

/** The measure word that stands at a position, the longest that fits; '' when there is none. */
export function measureWordAt(text: string, position: number): string {
  if (!MEASURE_INITIALS.includes(text[position] ?? '\n')) return '';
  const ahead = text.slice(position, position + LONGEST);
  if (NOT_A_MEASURE.test(ahead)) return '';
  for (let length = ahead.length; length > 0; length -= 1) {
    const word = ahead.slice(0, length);
    if (KINDS.has(word)) return word;
  }
  return '';
}

/** What a measure word measures; a number without one is a count. */
export const measureKind = (word: string): MeasureKind => KINDS.get(word) ?? 'count';
