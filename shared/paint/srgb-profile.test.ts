import { expect, test } from 'vitest';
import { srgbProfile } from './srgb-profile.ts';

const profile = srgbProfile();
const view = new DataView(profile.buffer);

/** The numbers of a tag's data, after its type. */
function numbersOf(tag: string): readonly number[] {
  for (let entry = 132; entry < 132 + 12 * view.getUint32(128); entry += 12) {
    if (new TextDecoder().decode(profile.subarray(entry, entry + 4)) !== tag) continue;
    const start = view.getUint32(entry + 4) + 8;
    const count = (view.getUint32(entry + 8) - 8) / 4;
    return Array.from({ length: count }, (_, index) => view.getInt32(start + 4 * index) / 0x10000);
  }
  throw new Error(`the profile has no ${tag}`);
}

test('the profile states its own length', () => {
  expect(view.getUint32(0)).toBe(profile.length);
});

test('red, green and blue together are white', () => {
  const white = numbersOf('wtpt');
  const colours = ['rXYZ', 'gXYZ', 'bXYZ'].map(numbersOf);
  for (const [axis, value] of white.entries()) {
    const sum = colours.reduce((added, colour) => added + (colour[axis] ?? 0), 0);
    expect(sum).toBeCloseTo(value, 3);
  }
});
