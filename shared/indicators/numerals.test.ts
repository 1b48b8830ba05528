import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { decimalText, parseDecimal } from '../decimal.ts';
import {
  addDecimals,
  compareDecimals,
  parseArabicNumeral,
  parseChineseNumeral,
} from './numerals.ts';
import { readIndicator } from './read-indicator.ts';

const DIGITS = '零一二三四五六七八九';

/** Writes a number below 10,000 in Chinese, as schools teach it. */
function section(value: number): string {
  const places = ['', '十', '百', '千'];
  let text = '';
  let isGap = false;
  for (let power = 3; power >= 0; power -= 1) {
    const digit = Math.floor(value / 10 ** power) % 10;
    if (digit === 0) {
      isGap ||= text !== '';
      continue;
    }
    text += `${isGap ? '零' : ''}${DIGITS[digit] ?? ''}${places[power] ?? ''}`;
    isGap = false;
  }
  return text;
}

/** Writes a number below 10^12 in Chinese. */
function written(value: number): string {
  if (value === 0) return '零';
  const parts = [
    [Math.floor(value / 1e8), '亿'],
    [Math.floor(value / 1e4) % 1e4, '万'],
    [value % 1e4, ''],
  ] as const;
  let text = '';
  for (const [part, name] of parts) {
    if (part === 0) continue;
    const needsZero = text !== '' && part < 1000;
    text += `${needsZero ? '零' : ''}${section(part)}${name}`;
  }
  return text.replace(/^一十/, '十');
}

test('every number written in Chinese is read back', () => {
  fc.assert(
    fc.property(
      fc.oneof(
        fc.nat(20_000),
        fc.nat(99_999_999),
        fc.maxSafeNat().map((n) => n % 1e12),
      ),
      (value) => {
        expect(parseChineseNumeral(written(value))).toBe(value);
      },
    ),
  );
});

test('what only looks like a numeral is none', () => {
  for (const text of [
    '',
    '十四五',
    '一百二',
    '三四',
    '千百',
    '万',
    '亿万',
    '一二三',
    '零零',
    '十十',
    '一千三',
  ]) {
    expect([text, parseChineseNumeral(text)]).toEqual([text, undefined]);
  }
  expect(parseChineseNumeral('两百')).toBe(200);
  expect(parseChineseNumeral('一千零五')).toBe(1005);
});

test('every number written in digits is read back, exactly, whatever it is multiplied by', () => {
  fc.assert(
    fc.property(
      fc.nat(1e9),
      fc.nat(99),
      fc.constantFrom('', '万', '亿', '百万'),
      (whole, cents, name) => {
        const digits = `${whole.toLocaleString('en')}.${String(cents).padStart(2, '0')}`;
        const value = parseArabicNumeral(digits, name);
        const power = { '': 1n, 万: 10_000n, 亿: 100_000_000n, 百万: 1_000_000n }[name];
        expect(value?.digits).toBe((BigInt(whole) * 100n + BigInt(cents)) * (power ?? 0n));
        expect(value?.places).toBe(2);
      },
    ),
  );
});

test('decimals compare and add as numbers do', () => {
  const decimal = fc
    .tuple(fc.integer({ min: -1e6, max: 1e6 }), fc.nat(4))
    .map(([digits, places]) => ({ digits: BigInt(digits), places }));
  fc.assert(
    fc.property(decimal, decimal, (a, b) => {
      expect(compareDecimals(a, b) + compareDecimals(b, a)).toBe(0);
      expect(compareDecimals(addDecimals(a, b), addDecimals(b, a))).toBe(0);
      const positive = { digits: b.digits < 0n ? -b.digits : b.digits, places: b.places };
      expect(compareDecimals(addDecimals(a, positive), a)).toBe(positive.digits === 0n ? 0 : 1);
    }),
  );
  expect(decimalText(addDecimals(parseDecimal('0.1')!, parseDecimal('0.2')!))).toBe('0.3');
});

describe('readIndicator', () => {
  const pieces = fc.constantFrom(
    '不低于',
    '超过',
    '1.',
    '①',
    '95',
    '%',
    '个',
    '，',
    '、',
    '；',
    '\n',
    '（',
    '）',
    '《',
    '》',
    '2021年',
    '12月',
    '底前',
    '一百二十',
    '台',
    '完成',
    '其中',
    '每月',
    '万',
    '-',
    '*',
    'A4',
  );

  test('reads any text without a throw, and the same twice', () => {
    fc.assert(
      fc.property(
        fc.oneof(
          fc.string({ unit: 'binary', maxLength: 300 }),
          fc.array(pieces, { maxLength: 60 }).map((all) => all.join('')),
        ),
        (text) => {
          expect(readIndicator(text)).toEqual(readIndicator(text));
        },
      ),
    );
  });

  test('what it states was written: number, measure word and object stand in the text', () => {
    fc.assert(
      fc.property(
        fc.nat(99_999),
        fc.constantFrom('个', '台', '场次', '%', '万元', '平方米'),
        fc.constantFrom('', '不低于', '超过', '≥', '共'),
        (count, unit, comparator) => {
          const [only, ...others] = readIndicator(`会议${comparator}${count}${unit}`).statements;
          expect(others).toEqual([]);
          expect(only?.object).toBe('会议');
          expect(only?.text).toBe(`${count}${unit}`);
          expect(
            compareDecimals(only!.number, {
              digits: BigInt(count) * (unit === '万元' ? 10_000n : 1n),
              places: 0,
            }),
          ).toBe(0);
        },
      ),
    );
  });

  test('a long text is read in one go, whatever it repeats', () => {
    for (const piece of [
      '1',
      '，',
      '(',
      '《',
      '一',
      '不低于',
      '1,',
      '9.',
      ' ',
      '5个',
      '每月',
      '2021年',
      '①',
      '百分之',
      '、3',
      '将在',
      '为',
      '第1',
    ]) {
      const text = piece.repeat(20_000);
      expect(readIndicator(text).items.length).toBeGreaterThanOrEqual(0);
    }
  });
});
