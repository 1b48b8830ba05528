import { type Random, randomFrom } from '../simulation/random.ts';
import { mutateBytes } from './mutate-bytes.ts';
import { mutateValue } from './mutate-values.ts';
import { mutateXml } from './mutate-xml.ts';
import { mutateZip } from './mutate-zip.ts';
import type { Mutation } from './mutation.ts';
import { rewrite } from './rewrite.ts';

/** Level → its share in percent. */
const LEVELS: readonly (readonly [(random: Random) => Mutation, number])[] = [
  [mutateValue, 40],
  [mutateXml, 25],
  [rewrite, 10],
  [mutateZip, 10],
  [mutateBytes, 15],
];

/** The file of a seed: the same seed, the same bytes. */
export function mutate(seed: number): Mutation {
  const random = randomFrom(seed);
  let draw = random.below(100);
  for (const [level, share] of LEVELS) {
    if (draw < share) return level(random);
    draw -= share;
  }
  throw new Error('the shares are less than 100');
}
