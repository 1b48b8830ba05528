import type { FindingAddress, Params } from './finding.ts';
import type { Hit } from './rule.ts';

/**
 * Characters of a text that a finding repeats: enough to know it by. A thousand findings that each
 * hold a cell full of text, again and again, would be more than a file or a machine can take.
 */
const MOST_QUOTED = 200;

/** The hit with its long texts quoted by their beginning; a suggestion stays whole. */
export function shortHit(hit: Hit<Params>): Hit<Params> {
  const at = shortAddress(hit.at);
  const params = shortParams(hit.params);
  return at === hit.at && params === hit.params ? hit : { ...hit, at, params };
}

const isLong = (value: string | number | null): boolean =>
  typeof value === 'string' && value.length > MOST_QUOTED;

const shortText = <T extends string | number | null>(value: T): T | string =>
  typeof value === 'string' && value.length > MOST_QUOTED
    ? `${value.slice(0, MOST_QUOTED - 1).toWellFormed()}…`
    : value;

function shortAddress(at: FindingAddress): FindingAddress {
  if (!isLong(at.serial) && !isLong(at.project)) return at;
  return { ...at, serial: shortText(at.serial), project: shortText(at.project) };
}

function shortParams(params: Params): Params {
  if (!Object.values(params).some(isLong)) return params;
  return Object.fromEntries(
    Object.entries(params).map(([name, value]) => [name, shortText(value)]),
  );
}
