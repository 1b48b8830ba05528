import type { MadeEntry } from './zip-bytes.ts';

const MEBIBYTE = 1024 * 1024;

/** A picture, as it were, that does not deflate: it lowers the ratio of a bomb to that of a table. */
export const BALLAST: MadeEntry = { name: 'xl/media/picture.png', data: noise(MEBIBYTE) };

function noise(bytes: number): Uint8Array {
  const made = new Uint8Array(bytes);
  for (let at = 0, state = 1; at < bytes; at += 1) {
    state = (Math.imul(state, 1_103_515_245) + 12_345) >>> 0;
    made[at] = state >>> 24;
  }
  return made;
}
