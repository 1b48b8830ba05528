import type { Random } from '../simulation/random.ts';
import { EXTRA_FORMATS } from './sources.ts';

/** What somebody types into a cell. */
export type Typed =
  | { readonly kind: 'text'; readonly text: string }
  | {
      readonly kind: 'number';
      readonly number: number;
      readonly format: (typeof EXTRA_FORMATS)[number];
    }
  | { readonly kind: 'error'; readonly code: string }
  | { readonly kind: 'boolean'; readonly value: boolean }
  /** Without `result` the formula was never computed. */
  | { readonly kind: 'formula'; readonly formula: string; readonly result?: number }
  | { readonly kind: 'blank' };

const listed = (texts: string): readonly string[] => texts.split(' ¦ ');

const REPEATED = 40_000;

/** Texts that went wrong somewhere once, or might. */
const TEXTS: readonly string[] = [
  ...listed(
    '１２３４．５０ ¦ １，２３４．５ ¦ 35，34 ¦ 1,424.79 ¦ 1.424,79 ¦ 12,34 ¦ 1,2345 ¦ 1 424.79 ¦ +35',
  ),
  ...listed(
    '35万元 ¦ 350000元 ¦ 0.35亿元 ¦ 35 万 ¦ 3.5千元 ¦ 35.00万元整 ¦ ¥35 ¦ ￥35.00 ¦ 约35 ¦ 35左右',
  ),
  ...listed(
    '35元 ¦ 人民币35万元 ¦ 叁拾伍万元 ¦ 三十五 ¦ 35万元（含税） ¦ 30+5 ¦ =30+5 ¦ 35-40 ¦ 35~40 ¦ ≈35',
  ),
  ...listed(
    '92% ¦ 92.00％ ¦ 0.92 ¦ 92 ¦ ９２％ ¦ 100 ¦ 1 ¦ 100% ¦ 120% ¦ 92 % ¦ ‰920 ¦ 9.2成 ¦ 92%%',
  ),
  ...listed(
    '-35 ¦ －35 ¦ (35) ¦ （35） ¦ −35 ¦ 35- ¦ -0 ¦ 0 ¦ 0.00 ¦ 00035 ¦ 0x23 ¦ 0b1 ¦ 1e3 ¦ 1E+308 ¦ 1e400',
  ),
  ...listed(
    'NaN ¦ Infinity ¦ -Infinity ¦ null ¦ true ¦ TRUE ¦ １e308 ¦ 9007199254740993 ¦ 99999999999999999999',
  ),
  ...listed('9007199254.740992 ¦ 4503599627.37'),
  ...listed(
    '35.123456789 ¦ 0.000001 ¦ 0.0000001 ¦ 35.005 ¦ .5 ¦ 5. ¦ 1.2.3 ¦ 1,,2 ¦ , ¦ % ¦ ￥ ¦ 万元',
  ),
  ...listed(
    '#REF! ¦ #VALUE! ¦ #DIV/0! ¦ #N/A ¦ #NAME? ¦ ####### ¦ # ¦ — ¦ － ¦ —— ¦ / ¦ \\ ¦ -- ¦ \u3000',
  ),
  ...listed('无 ¦ 暂无 ¦ 不适用 ¦ 不需要整改 ¦ 没有 ¦ 空'),
  ...listed(
    '__proto__ ¦ constructor ¦ toString ¦ hasOwnProperty ¦ prototype ¦ valueOf ¦ __defineGetter__',
  ),
  ...listed(
    '_x000D_ ¦ 35_x000D_ ¦ _x000D_\n35 ¦ _x005F_x000D_ ¦ _x0000_ ¦ _x0041_ ¦ 35_x0009_ ¦ _xD800_',
  ),
  ...listed(
    '35\n ¦ 3\n5 ¦ 35\r\n ¦ \t35 ¦ 35\u00a0 ¦ \u00a035 ¦ 3\u200b5 ¦ \ufeff35 ¦ 35\u2060 ¦ ３\u20605',
  ),
  ...listed(
    '\u202e53 ¦ \u200f35 ¦ ٣٥ ¦ ३५ ¦ ① ¦ Ⅳ ¦ ㎡ ¦ ½ ¦ ² ¦ e\u0301 ¦ 𠮷野家 ¦ \u{10ffff} ¦ 👨‍👩‍👧',
  ),
  ...listed(
    '\ud800 ¦ 35\udc00 ¦ \udbff\udfff ¦ \u0000 ¦ 3\u00015 ¦ \u001b[31m35 ¦ \u007f ¦ \u0085 ¦ \ufffe ¦ \uffff',
  ),
  ...listed(
    '合计 ¦ 小计 ¦ 总计 ¦ 本页合计 ¦ 合计35 ¦ 注：说明 ¦ 备注 ¦ 填表人：张三 ¦ 审核人 ¦ 总计划编制 ¦ 负责人',
  ),
  ...listed(
    '序号 ¦ 项目名称 ¦ 部门名称 ¦ 单位名称 ¦ 年度指标内容 ¦ 完成情况 ¦ 一般公共预算 ¦ 其中：财政拨款 ¦ 产出目标',
  ),
  ...listed(
    '项目年度预算金额 ¦ …… ¦ 单位：元 ¦ 单位：亿元 ¦ 部门名称（盖章）：某局 ¦ 2020年部门预算项目绩效自评表',
  ),
  ...listed('2021-12-31 ¦ 2021/12/31 ¦ 12月31日 ¦ 44561 ¦ 1/2 ¦ 1-2 ¦ 12:30 ¦ 2021年 ¦ 0000-00-00'),
  ...listed(
    '=1+1 ¦ +1 ¦ -1 ¦ @SUM(A1) ¦ =HYPERLINK("http://a","b") ¦ =cmd|\' /C calc\'!A0 ¦ \t=1 ¦ |x',
  ),
  ...listed(
    '" ¦ \'35 ¦ "35" ¦ a,b ¦ a;b ¦ a\tb ¦ <b>35</b> ¦ &amp; ¦ &#51;5 ¦ ]]> ¦ <![CDATA[35]]> ¦ {{35}}',
  ),
  ...listed(
    '%s ¦ ../../etc/passwd ¦ \\u0033 ¦ $& ¦ $1 ¦ 一二三四五六七八九十 ¦ 2021年度某局部门预算项目绩效自评表',
  ),
  '1'.repeat(61),
  `0.${'3'.repeat(70)}`,
  ...[...'字9,\n '].map((character) => character.repeat(REPEATED)),
  '𠮷'.repeat(16_384),
  `${' '.repeat(REPEATED)}35`,
  `1${'0'.repeat(309)}`,
  `${'-'.repeat(20_000)}1`,
  `${'('.repeat(10_000)}35${')'.repeat(10_000)}`,
  `${'1,'.repeat(15_000)}1`,
  `部门名称${' '.repeat(20_000)}：`,
];

/** Numbers at and beyond the edges of what an amount, a rate, a serial or a date can be. */
const NUMBERS: readonly number[] = [
  ...listed(
    '0 ¦ -0 ¦ 1 ¦ -1 ¦ 35 ¦ 0.92 ¦ 92 ¦ 34.080000000000005 ¦ 0.3333333333333333 ¦ 35.005 ¦ 1.005',
  ),
  ...listed(
    '0.000001 ¦ 0.0000004 ¦ 1e-7 ¦ 1e-300 ¦ 5e-324 ¦ 1e15 ¦ 1e16 ¦ 1e21 ¦ 1e22 ¦ 1e100 ¦ 1.797e308',
  ),
  ...listed('-1e308 ¦ 9007199254 ¦ 9007199254.740992 ¦ 9007199255 ¦ 4503599627.370496'),
  ...listed(
    '9007199254740992 ¦ 9007199254740994 ¦ 2147483648 ¦ 4294967296 ¦ -2147483648 ¦ 123456789.123456',
  ),
  ...listed(
    '44561 ¦ 44561.5 ¦ 0.5 ¦ 59 ¦ 60 ¦ 61 ¦ 2958465 ¦ 2958466 ¦ 1e10 ¦ -44561 ¦ 1.0000000000000002 ¦ 99999.995',
  ),
].map(Number);

const ERRORS = ['#REF!', '#VALUE!', '#DIV/0!', '#N/A', '#NAME?', '#NUM!', '#NULL!'] as const;

/** Something from the dictionaries, now and then two texts in one. */
export function typedBy(random: Random): Typed {
  const draw = random.below(100);
  if (draw < 50) return { kind: 'text', text: random.pick(TEXTS) };
  if (draw < 58) return { kind: 'text', text: `${random.pick(TEXTS)}${random.pick(TEXTS)}` };
  if (draw < 82) {
    return { kind: 'number', number: random.pick(NUMBERS), format: random.pick(EXTRA_FORMATS) };
  }
  if (draw < 88) return { kind: 'error', code: random.pick(ERRORS) };
  if (draw < 90) return { kind: 'boolean', value: random.chance(0.5) };
  if (draw < 93) return { kind: 'formula', formula: 'SUM(E9:G9)', result: random.pick(NUMBERS) };
  if (draw < 97) return { kind: 'formula', formula: 'SUM(E9:G9)' };
  return { kind: 'blank' };
}
