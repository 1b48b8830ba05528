import type { Random } from '../simulation/random.ts';
import type { Mutation } from './mutation.ts';
import type { Rewrite } from './package-parts.ts';
import { MARKUP_REWRITES } from './rewrite-markup.ts';
import { PACKAGE_REWRITES } from './rewrite-package.ts';
import { SOURCES, type Source } from './sources.ts';
import { type WrittenEntry, writeZip } from './zip-writer.ts';

/** The same table as other writers would write it: whatever is done, it means the same. */
export const REWRITES: Readonly<Record<string, Rewrite>> = {
  ...MARKUP_REWRITES,
  ...PACKAGE_REWRITES,
};

/** The same table in another way of writing. */
export function rewrite(random: Random): Mutation {
  const source = random.pick(SOURCES);
  return rewritten(source, random.pick(Object.keys(REWRITES)), random);
}

/** A source in a named way of writing, in a package written in one of several ways. */
export function rewritten(source: Source, name: string, random: Random): Mutation {
  const parts = new Map(source.parts);
  REWRITES[name]?.(parts);
  const isStored = random.chance(0.3);
  const sizesAfter = random.chance(0.3);
  const entries = [...parts].map(
    ([part, data]): WrittenEntry => ({
      name: part,
      data,
      ...(isStored ? { stored: true } : {}),
      ...(sizesAfter ? { sizesAfter: true } : {}),
    }),
  );
  if (random.chance(0.5)) entries.reverse();
  const way = `${isStored ? 'stored' : 'deflated'}${sizesAfter ? ', sizes after' : ''}`;
  return {
    source,
    format: null,
    bytes: writeZip(entries, random.chance(0.2) ? '由 WPS 保存' : ''),
    meaning: { kind: 'same' },
    story: [`${source.period}: ${name}; ${way}`],
  };
}
