import { SSF } from '@e965/xlsx';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { general } from './general.ts';
import { isDateFormat, numberFormat } from './number-format.ts';

test.each([
  ['General', 34.080000000000005, '34.08'],
  ['G/通用格式', 0.1, '0.1'],
  ['0.00', 1.005, '1.01'],
  ['0.00', -0.5, '-0.50'],
  ['0.00%', 0.92365, '92.37%'],
  ['0%', 1e-7, '0%'],
  ['#,##0.00', 1234567.891, '1,234,567.89'],
  ['#,##0', 999, '999'],
  ['0.00_ ', 12.3, '12.30'],
  ['0.00_);[Red]\\(0.00\\)', -12.3, '(12.30)'],
  ['[$¥-804]#,##0.00', 98, '¥98.00'],
  ['"¥"#,##0.00', -98, '-¥98.00'],
  ['0.00"万元"', 62.1, '62.10万元'],
  ['_ * #,##0.00_ ;_ * \\-#,##0.00_ ;_ * "-"??_ ;_ @_ ', 1234.5, '1,234.50'],
  ['_ * #,##0.00_ ;_ * \\-#,##0.00_ ;_ * "-"??_ ;_ @_ ', -1234.5, '-1,234.50'],
  ['_ * #,##0.00_ ;_ * \\-#,##0.00_ ;_ * "-"??_ ;_ @_ ', 0, '-'],
  ['0;"a;b"', 5, '5'],
])('%s shows %d as %s', (code, value, text) => {
  expect(numberFormat(code).show(value)).toBe(text);
});

test.each([
  '# ?/?',
  '0.00E+00',
  '#,##0.0#',
  '[>=100]0;0.0',
  '0,',
  '000',
  'yyyy-mm-dd',
  ';;;',
  '[DBNum1]0',
])('leaves %s to the vendor', (code) => {
  expect(numberFormat(code).show(5)).toBeUndefined();
});

test('a format of a length that Excel refuses is none', () => {
  expect(numberFormat('"'.repeat(100_000)).show(1.5)).toBe('1.5');
});

describe('dates and percentages are told by the format', () => {
  test.each([
    'yyyy/m/d',
    'yyyy"年"m"月"d"日"',
    'h:mm',
    '[h]:mm:ss',
    '[$-804]aaaa yyyy',
    'mmss.0',
    'e/m/d',
  ])('%s is a date', (code) => {
    expect(isDateFormat(code)).toBe(true);
    expect(SSF.is_date(code) || code.startsWith('e')).toBe(true);
  });
  test.each([
    'General',
    '0.00',
    '0.00E+00',
    '"日期"0',
    '[Red]0',
    '\\d0',
    '_d0',
    '0.00"万元"',
    '[$-804]0',
  ])('%s is none', (code) => {
    expect(isDateFormat(code)).toBe(false);
  });
  test('a percent sign in quotes is a letter', () => {
    expect(numberFormat('0"%"').isPercent).toBe(false);
    expect(numberFormat('0.0%').isPercent).toBe(true);
  });
});

/** Not halfway between two shown numbers: there the vendor rounds the binary float, we the decimal. */
const apart = (value: number, places: number): boolean =>
  !/5$/.test(value.toFixed(Math.min(20, places + 1)));

describe('shows what SheetJS shows', () => {
  test('without a format', () => {
    fc.assert(
      fc.property(fc.double({ noNaN: true, noDefaultInfinity: true }), (value) => {
        expect(general(value)).toBe(SSF.format('General', value));
      }),
    );
    fc.assert(
      fc.property(fc.double({ min: -1e12, max: 1e12, noNaN: true }), (value) => {
        expect(general(value)).toBe(SSF.format('General', value));
      }),
    );
  });

  test.each(['0', '0.0', '0.00', '0.0000000', '#,##0', '#,##0.00', '0%', '0.00%', '0.00_ '])(
    'with %s',
    (code) => {
      const format = numberFormat(code);
      fc.assert(
        fc.property(
          fc.integer({ min: -1e9, max: 1e9 }).map((whole) => whole / 1e4),
          (value) => {
            // Of what rounds to nought the vendor keeps the sign in some formats only.
            fc.pre(value >= 0 || value <= -1);
            fc.pre([0, 1, 2, 4].every((places) => apart(value, places)));
            expect(format.show(value)).toBe(SSF.format(code, value).trim());
          },
        ),
      );
    },
  );
});
