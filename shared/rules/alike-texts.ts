/*
 * Texts that are the same or nearly so, found in time linear in their length: by hash where they are the
 * same, else by min-hashes of their 4-grams. Nothing is compared pair by pair.
 */

/** Characters of a piece. */
const PIECE = 4;
/** Bins of a signature, each the smallest hash that fell into it; two bins make a band. */
const BINS = 16;
/** Texts of a bucket that a new one is compared with. */
const CANDIDATES = 2;
/** Share of common pieces from which on two texts are nearly the same. */
const ALIKE = 0.8;
const EMPTY = 0xffffffff;

/** Texts that are alike: places in the list, in order, two or more. */
export interface AlikeTexts {
  readonly places: readonly number[];
  /** True when all are the same but for blanks and punctuation. */
  readonly same: boolean;
}

/** A text as it is compared: NFKC, without blanks and punctuation. */
export const bareText = (text: string): string => text.normalize('NFKC').replace(/[\s\p{P}]/gu, '');

/** Groups of alike texts among `texts`, as `bareText` gives them; blank ones are alike to none. */
export function alikeTexts(texts: readonly string[]): readonly AlikeTexts[] {
  const groups: { places: number[]; same: boolean }[] = [];
  const groupOfText = new Map<string, number>();
  const similar = similarBefore();
  for (const [place, text] of texts.entries()) {
    if (text === '') continue;
    const known = groupOfText.get(text);
    if (known !== undefined) {
      groups[known]?.places.push(place);
      continue;
    }
    const near = similar(text, groups.length);
    const group = groups[near ?? -1];
    if (near !== null && group !== undefined) {
      group.places.push(place);
      group.same = false;
      groupOfText.set(text, near);
    } else {
      groupOfText.set(text, groups.length);
      groups.push({ places: [place], same: true });
    }
  }
  return groups.filter(({ places }) => places.length > 1);
}

interface Sketch {
  readonly group: number;
  /** Hashes of all pieces, ascending. */
  readonly pieces: Uint32Array;
}

/** Remembers texts; gives the group of an earlier one that is nearly the same, or null. */
function similarBefore(): (text: string, ifNew: number) => number | null {
  const buckets = new Map<string, Sketch[]>();
  return (text, ifNew) => {
    const pieces = hashesOf(text);
    const bands = bandsOf(pieces);
    const candidates = new Set(bands.flatMap((band) => buckets.get(band) ?? []));
    for (const { group, pieces: earlier } of [...candidates].slice(0, CANDIDATES * 2)) {
      if (shareOfCommon(pieces, earlier) >= ALIKE) return group;
    }
    const sketch = { group: ifNew, pieces };
    for (const band of bands) {
      const bucket = buckets.get(band);
      if (bucket === undefined) buckets.set(band, [sketch]);
      else if (bucket.length < CANDIDATES) bucket.push(sketch);
    }
    return null;
  };
}

/** FNV-1a of every piece, spread once more, ascending. */
function hashesOf(text: string): Uint32Array {
  const count = Math.max(1, text.length - PIECE + 1);
  const hashes = new Uint32Array(count);
  for (let start = 0; start < count; start += 1) {
    let hash = 0x811c9dc5;
    for (let at = start; at < Math.min(text.length, start + PIECE); at += 1) {
      hash = Math.imul(hash ^ text.charCodeAt(at), 0x01000193);
    }
    hashes[start] = Math.imul(hash ^ (hash >>> 15), 0x2c1b3c6d) ^ (hash >>> 13);
  }
  return hashes.sort();
}

function bandsOf(pieces: Uint32Array): readonly string[] {
  const bins = new Uint32Array(BINS).fill(EMPTY);
  for (const hash of pieces) {
    const bin = hash % BINS;
    if (hash < (bins[bin] ?? EMPTY)) bins[bin] = hash;
  }
  const bands: string[] = [];
  for (let bin = 0; bin < BINS; bin += 2) {
    const [first = EMPTY, second = EMPTY] = bins.subarray(bin, bin + 2);
    if (first !== EMPTY || second !== EMPTY) bands.push(`${bin} ${first} ${second}`);
  }
  return bands;
}

/** Jaccard: common pieces over all pieces, each counted as often as it stands. */
function shareOfCommon(a: Uint32Array, b: Uint32Array): number {
  let common = 0;
  for (let i = 0, j = 0; i < a.length && j < b.length; ) {
    const difference = (a[i] ?? 0) - (b[j] ?? 0);
    if (difference === 0) common += 1;
    if (difference <= 0) i += 1;
    if (difference >= 0) j += 1;
  }
  return common / (a.length + b.length - common);
}
