import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { breakText, countLines } from './break-text.ts';
import { continuesCharacter, NO_END, NO_START } from './line-breaks.ts';

/** Han and full-width marks are one em wide, everything else half of that. */
const advance = (point: number): number => (point >= 0x2000 ? 2 : 1);
const widthOf = (text: string): number =>
  [...text].reduce((sum, character) => sum + advance(character.codePointAt(0) ?? 0), 0);

const lines = (text: string, width: number): readonly string[] => breakText(text, width, advance);

/** Text as tables hold it: Han, rare Han, figures, words, marks, spaces, line feeds. */
const tableText = fc
  .array(
    fc.oneof(
      { weight: 6, arbitrary: fc.constantFrom(...'深圳市龙岗区财政绩效目标完成率𠅤䶮㙍') },
      { weight: 2, arbitrary: fc.constantFrom('95%', '1,424.79', '2021-2025', '≥50', 'IT+BT') },
      { weight: 2, arbitrary: fc.constantFrom(...NO_START, ...NO_END, '——', '……', ' ', '\n', 'é') },
    ),
    { maxLength: 60 },
  )
  .map((parts) => parts.join(''));
const lineWidth = fc.integer({ min: 1, max: 40 });

describe('breakText', () => {
  test.each([
    ['a closing mark stays with its word', '完成课题。送审', 8, ['完成课', '题。送审']],
    ['an opening mark goes with its word', '关于《规划》', 6, ['关于', '《规', '划》']],
    ['a number is whole', '支出1,424.79万元', 11, ['支出', '1,424.79万', '元']],
    ['a range of years is whole', '规划2021-2025年', 12, ['规划', '2021-2025年']],
    ['a percentage keeps its sign', '达到了100%', 9, ['达到了', '100%']],
    ['a comparison keeps its figure', '满意度≥95%', 8, ['满意度', '≥95%']],
    ['a Latin word is whole', '使用Excel表', 8, ['使用', 'Excel表']],
    ['a long dash is whole', '完成——验收', 6, ['完成', '——验', '收']],
    ['dots are whole', '项目名称……', 10, ['项目名', '称……']],
    ['a space ends its line', '完成 100', 5, ['完成 ', '100']],
    ['a line feed ends its line', '一\n\n二', 10, ['一', '', '二']],
    ['a word wider than the line breaks anywhere', 'abcdefg', 3, ['abc', 'def', 'g']],
    ['an empty text is one empty line', '', 10, ['']],
  ])('%s', (_, text, width, expected) => {
    expect(lines(text, width)).toEqual(expected);
  });

  test('a rare character and its variation selector are never cut', () => {
    expect(lines('𠅤\u{e0100}𠅤', 2)).toEqual(['𠅤\u{e0100}', '𠅤']);
  });

  test('the lines joined are the text, line feeds aside', () => {
    fc.assert(
      fc.property(fc.oneof(tableText, fc.string({ unit: 'binary' })), lineWidth, (text, width) => {
        expect(lines(text, width).join('')).toBe(text.replaceAll('\n', ''));
      }),
    );
  });

  test('lines are counted as they are broken', () => {
    fc.assert(
      fc.property(fc.oneof(tableText, fc.string({ unit: 'binary' })), lineWidth, (text, width) => {
        expect(countLines(text, width, advance)).toBe(lines(text, width).length);
      }),
    );
  });

  test('every line fits, hanging spaces aside, or is a single character', () => {
    fc.assert(
      fc.property(tableText, lineWidth, (text, width) => {
        for (const line of lines(text, width)) {
          const shown = line.trimEnd();
          expect(widthOf(shown) <= width || [...shown].length === 1, line).toBe(true);
        }
      }),
    );
  });

  test('no line begins with a closing mark or ends with an opening one where that can be helped', () => {
    const marked = fc
      .array(
        fc.constantFrom('财政', '绩效', '目标', '完成', '率。', '（一）', '《规划》', '“十四五”'),
      )
      .map((parts) => parts.join(''));
    fc.assert(
      fc.property(marked, fc.integer({ min: 6, max: 40 }), (text, width) => {
        const broken = lines(text, width);
        for (const line of broken.slice(1)) expect(NO_START).not.toContain(line[0] ?? ' ');
        for (const line of broken.slice(0, -1)) expect(NO_END).not.toContain(line.at(-1) ?? ' ');
      }),
    );
  });

  test('no line begins inside a character', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme' }), lineWidth, (text, width) => {
        for (const line of lines(text, width)) {
          const first = line.codePointAt(0) ?? 0x20;
          expect(first >= 0xdc00 && first <= 0xdfff).toBe(false);
          if (!text.startsWith(line)) expect(continuesCharacter(0, first)).toBe(false);
        }
      }),
    );
  });
});
