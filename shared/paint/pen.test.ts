import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { openPen, type Pen } from './pen.ts';

const written = (write: (pen: Pen) => void): string => {
  const pen = openPen();
  write(pen);
  return Buffer.from(pen.take()).toString('latin1');
};

describe('openPen', () => {
  test.each([
    [0, '0'],
    [-0.001, '0'],
    [0.05, '0.05'],
    [-0.5, '-0.5'],
    [10, '10'],
    [1190.55, '1190.55'],
    [841.895, '841.9'],
    [-12.3, '-12.3'],
  ])('writes %d as %s', (value, text) => {
    expect(written((pen) => pen.writeNumber(value))).toBe(text);
  });

  test('writes any coordinate to the hundredth, as short as it can', () => {
    fc.assert(
      fc.property(fc.double({ min: -1e7, max: 1e7, noNaN: true }), (value) => {
        const hundredths = Math.sign(value) * Math.round(Math.abs(value) * 100);
        const expected = hundredths === 0 ? '0' : String(hundredths / 100);
        expect(written((pen) => pen.writeNumber(value))).toBe(expected);
      }),
    );
  });

  test('writes codes as four digits', () => {
    expect(written((pen) => [0, 1, 0x9af3, 0xffff].forEach((cid) => void pen.writeCode(cid)))).toBe(
      '000000019AF3FFFF',
    );
  });

  test('has room for whatever is written, and begins anew when it was taken', () => {
    const pen = openPen();
    const pieces = ['q\n', '1 0 0 1 72 72 cm\n'.repeat(20_000), 'Q'];
    for (const piece of pieces) pen.write(piece);
    expect(pen.length).toBe(pieces.join('').length);
    expect(Buffer.from(pen.take()).toString('latin1')).toBe(pieces.join(''));
    expect(pen.length).toBe(0);
    expect(pen.take()).toEqual(new Uint8Array());
  });
});
