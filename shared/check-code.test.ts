import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { sample2021 } from '../test/sample-records.ts';
import { checkCode } from './check-code.ts';
import { readCheckCode, readStamp } from './read-check-code.ts';
import { printedTable } from './records/printed-table.ts';
import { stampOf } from './stamp-of.ts';

const { recordSet, form } = sample2021();
const table = printedTable(recordSet, form);

describe('the check code', () => {
  test('is short enough to type, and the same for the same records', () => {
    const code = checkCode(table, 3);
    expect(code).toMatch(/^[0-9A-HJKMNP-TV-Z]{4}(?:-[0-9A-HJKMNP-TV-Z]{4}){2}$/);
    expect(checkCode(printedTable(sample2021().recordSet, form), 3)).toBe(code);
    expect(stampOf(recordSet, form, 3)).toEqual({ revision: 3, code, address: null });
  });

  test('stays what it is from one version of the program to the next', () => {
    expect(checkCode(table, 3)).toBe('6Y98-YD5V-DWG5');
  });

  test('is another for another text, another figure, another revision, or none', () => {
    const [first, ...others] = recordSet.records;
    if (first === undefined) throw new Error('the sample has no rows');
    const codeWith = (change: object) =>
      checkCode(
        printedTable({ ...recordSet, records: [{ ...first, ...change }, ...others] }, form),
        3,
      );
    const codes = [
      checkCode(table, 3),
      checkCode(table, 4),
      checkCode(table, null),
      codeWith({ texts: { ...first.texts, projectName: `${first.texts['projectName']}。` } }),
      codeWith({ amounts: { ...first.amounts, budgetTotal: 1 } }),
      checkCode(printedTable({ ...recordSet, period: '2022' }, form), 3),
    ];
    expect(new Set(codes).size).toBe(codes.length);
  });

  test('says nothing of what is not printed', () => {
    const records = recordSet.records.map((record) => ({ ...record, projectCode: 'X-1' }));
    expect(checkCode(printedTable({ ...recordSet, records }, form), 3)).toBe(checkCode(table, 3));
  });
});

describe('a code as typed', () => {
  test.each([
    ['k7qm-2xpd-9rta', 'K7QM-2XPD-9RTA'],
    ['K7QM2XPD9RTA', 'K7QM-2XPD-9RTA'],
    [' K7QM 2XPD－9RTA ', 'K7QM-2XPD-9RTA'],
    ['OI1L-0000-0000', '0111-0000-0000'],
  ])('%s is read as %s', (typed, code) => {
    expect(readCheckCode(typed)).toBe(code);
  });

  test.each(['', 'K7QM-2XPD', 'K7QM-2XPD-9RTA-K', 'K7QM-2XPD-9RTU', '校验码'])(
    '“%s” is none',
    (typed) => {
      expect(readCheckCode(typed)).toBeNull();
    },
  );

  test('any code is read as itself', () => {
    fc.assert(
      fc.property(fc.nat(), (revision) => {
        const code = checkCode({ ...table, rows: [] }, revision);
        expect(readCheckCode(code)).toBe(code);
        expect(readCheckCode(code.toLowerCase().replaceAll('-', ''))).toBe(code);
      }),
    );
  });
});

describe('what a stamped copy says of itself', () => {
  const code = '6Y98-YD5V-DWG5';
  const place = { period: '2021', unit: 'LG-FGJ', revision: 3 };
  const site = 'https://gongkai.example/';
  const portal = 'https://jx.example';

  test.each([
    [{ site, portal }, 'https://gongkai.example/verify.html?code=6Y98YD5VDWG5', null],
    [{ site: null, portal }, 'https://jx.example/codes/2021/LG-FGJ/3/6Y98YD5VDWG5', place],
  ])('its QR code opens whoever answers %j, and is read back', (places, address, read) => {
    expect(stampOf(recordSet, form, 3, places)).toEqual({ revision: 3, code, address });
    expect(readStamp(` ${address}\n`)).toEqual({ code, place: read });
  });

  test('nobody is asked of a revision that is none, and nowhere', () => {
    expect(stampOf(recordSet, form, null, { site: null, portal }).address).toBeNull();
  });

  test.each([
    ['JIXIAO 2021 LG-FGJ 3 6Y98YD5VDWG5', { code, place }],
    ['JIXIAO 2021 - - 6Y98YD5VDWG5', { code, place: null }],
    ['6y98-yd5v-dwg5', { code, place: null }],
    ['https://gongkai.example/verify.html?code=nothing', null],
    ['https://gongkai.example/', null],
    ['a'.repeat(64), null],
  ])('%s', (text, expected) => {
    expect(readStamp(text)).toEqual(expected);
  });
});
