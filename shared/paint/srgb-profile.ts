import { joined } from '../byte-pieces.ts';

/*
 * An ICC profile of sRGB, computed from the figures of IEC 61966-2-1 alone (its primaries adapted to
 * D50, as every published profile of sRGB states them, and its curve): no file of anybody's is needed.
 */

/** s15Fixed16: a number in 1/65536. */
const FIXED = 0x10000;

const HEADER_LENGTH = 128;
const TAG_LENGTH = 12;

/** X, Y, Z under D50. */
const WHITE = [0.9642, 1, 0.8249] as const;
const RED = [0.43607, 0.22249, 0.01392] as const;
const GREEN = [0.38515, 0.71687, 0.09708] as const;
const BLUE = [0.14307, 0.06061, 0.7141] as const;

/** From the white of sRGB, D65, to D50 (Bradford). */
const ADAPTATION = [
  1.04788, 0.02292, -0.0502, 0.02959, 0.99048, -0.01706, -0.00923, 0.01508, 0.75168,
] as const;

/** Linear below 0.04045, a power of 2.4 above: g a b c d of ICC's curve type 3. */
const CURVE = [2.4, 1 / 1.055, 0.055 / 1.055, 1 / 12.92, 0.04045] as const;
const CURVE_TYPE = 3;

/** The profile, version 4.2. */
export function srgbProfile(): Uint8Array {
  const curve = element('para', [u16(CURVE_TYPE), u16(0), ...CURVE.map(fixed)]);
  const tags: readonly (readonly [name: string, body: Uint8Array])[] = [
    ['desc', localised('sRGB IEC61966-2.1')],
    ['cprt', localised('CC0')],
    ['wtpt', xyz(WHITE)],
    ['chad', element('sf32', ADAPTATION.map(fixed))],
    ['rXYZ', xyz(RED)],
    ['gXYZ', xyz(GREEN)],
    ['bXYZ', xyz(BLUE)],
    ['rTRC', curve],
    ['gTRC', curve],
    ['bTRC', curve],
  ];
  const places = new Map<Uint8Array, number>();
  let length = HEADER_LENGTH + 4 + tags.length * TAG_LENGTH;
  for (const [, body] of tags) {
    // The three curves are one.
    if (places.has(body)) continue;
    places.set(body, length);
    length += body.length;
  }
  const table = tags.map(([name, body]) =>
    joined([ascii(name), u32(places.get(body) ?? 0), u32(body.length)]),
  );
  return joined([header(length), u32(tags.length), ...table, ...places.keys()]);
}

function header(length: number): Uint8Array {
  const bytes = new Uint8Array(HEADER_LENGTH);
  const put = (at: number, value: Uint8Array): void => bytes.set(value, at);
  put(0, u32(length));
  put(8, u32(0x04200000));
  put(12, ascii('mntrRGB XYZ '));
  // A date is required; this one is sRGB's.
  for (const [index, part] of [1999, 10, 18, 0, 0, 0].entries()) put(24 + 2 * index, u16(part));
  put(36, ascii('acsp'));
  put(68, joined(WHITE.map(fixed)));
  return bytes;
}

/** A text in English, as version 4 wants it. */
function localised(text: string): Uint8Array {
  const units = [...text].map((character) => u16(character.charCodeAt(0)));
  const head = [u32(1), u32(12), ascii('enUS'), u32(2 * text.length), u32(28)];
  return element('mluc', [...head, ...units]);
}

const xyz = (values: readonly number[]): Uint8Array => element('XYZ ', values.map(fixed));

/** The data of a tag: its type, four zeros, its body, padded to four bytes. */
function element(type: string, parts: readonly Uint8Array[]): Uint8Array {
  const body = joined([ascii(type), u32(0), ...parts]);
  return joined([body, new Uint8Array((4 - (body.length % 4)) % 4)]);
}

const ascii = (text: string): Uint8Array => new TextEncoder().encode(text);

function u32(value: number): Uint8Array {
  const view = new DataView(new ArrayBuffer(4));
  view.setUint32(0, value);
  return new Uint8Array(view.buffer);
}

const u16 = (value: number): Uint8Array => u32(value).subarray(2);

const fixed = (value: number): Uint8Array => u32(Math.round(value * FIXED) >>> 0);
