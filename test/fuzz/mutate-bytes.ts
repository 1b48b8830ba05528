import { WRITTEN_FORMATS } from '../formats/written-as.ts';
import type { Random } from '../simulation/random.ts';
import type { Mutation } from './mutation.ts';
import { SOURCES, sourceIn } from './sources.ts';

type Step = (bytes: Uint8Array, random: Random) => Uint8Array;

const STEPS: Readonly<Record<string, Step>> = {
  flip: (bytes, random) => changed(bytes, random, (byte) => byte ^ (1 << random.below(8))),
  set: (bytes, random) =>
    changed(bytes, random, () => random.pick([0, 1, 0x20, 0x3c, 0x7f, 0x80, 0xff])),
  'set four': (bytes, random) => {
    const copy = bytes.slice();
    const at = random.below(Math.max(1, copy.length - 4));
    copy.set(
      random
        .pick([
          [0, 0, 0, 0],
          [255, 255, 255, 255],
          [255, 255, 255, 127],
          [0, 0, 0, 128],
        ])
        .slice(0, copy.length - at),
      at,
    );
    return copy;
  },
  truncate: (bytes, random) => bytes.slice(0, random.below(bytes.length + 1)),
  'cut head': (bytes, random) => bytes.slice(random.below(Math.min(bytes.length, 600) + 1)),
  'cut out': (bytes, random) => {
    const [from, to] = range(bytes, random);
    return joined(bytes.subarray(0, from), bytes.subarray(to));
  },
  'write twice': (bytes, random) => {
    const [from, to] = range(bytes, random);
    return joined(bytes.subarray(0, to), bytes.subarray(from));
  },
  'move block': (bytes, random) => {
    const [from, to] = range(bytes, random);
    const copy = bytes.slice();
    copy.copyWithin(random.below(bytes.length + 1), from, to);
    return copy;
  },
  'put between': (bytes, random) => {
    const at = random.below(bytes.length + 1);
    const noise = Uint8Array.from({ length: 1 + random.below(64) }, () => random.below(256));
    return joined(bytes.subarray(0, at), noise, bytes.subarray(at));
  },
  zeroes: (bytes, random) => {
    const [from, to] = range(bytes, random);
    return bytes.slice().fill(0, from, to);
  },
};

/** A file in any format with bytes changed, cut, doubled. */
export function mutateBytes(random: Random): Mutation {
  const source = random.pick(SOURCES);
  const format = random.chance(0.3) ? null : random.pick(WRITTEN_FORMATS);
  const story = [`${source.period} as ${format ?? 'sample'}`];
  let bytes = sourceIn(source, format);
  for (let steps = 1 + random.below(random.pick([1, 3, 20])); steps > 0; steps -= 1) {
    const name = random.pick(Object.keys(STEPS));
    bytes = (STEPS[name] as Step)(bytes, random);
    story.push(name);
  }
  return { source, format, bytes, meaning: { kind: 'unknown' }, story };
}

function changed(bytes: Uint8Array, random: Random, change: (byte: number) => number): Uint8Array {
  const copy = bytes.slice();
  const at = random.below(copy.length);
  if (copy.length > 0) copy[at] = change(copy[at] ?? 0);
  return copy;
}

function range(bytes: Uint8Array, random: Random): readonly [number, number] {
  const from = random.below(bytes.length + 1);
  return [from, Math.min(bytes.length, from + random.below(random.pick([8, 256, 8192])))];
}

const joined = (...pieces: readonly Uint8Array[]): Uint8Array =>
  new Uint8Array(Buffer.concat(pieces));
