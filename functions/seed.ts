import { canonicalJson } from '../shared/audit/canonical-json.ts';
import type { Trail } from '../shared/audit/trail.ts';
import { REGISTER_CHAIN } from '../shared/bureau-state.ts';
import type { Period } from '../shared/period.ts';
import type { RegisterEntry } from '../shared/register/register-entry.ts';
import type { Periods, Units } from '../shared/store/submissions.ts';
import type { Register } from '../shared/unit.ts';

type SeedStore = Pick<
  Units & Periods & Trail,
  'putUnits' | 'putPeriods' | 'registerEntries' | 'definition' | 'entriesAfter'
>;

/** What was left as it is because finance changed it in the portal, though the files say otherwise. */
export interface Kept {
  /** Ids of periods, and codes of units. */
  readonly periods: readonly string[];
  readonly units: readonly string[];
}

/**
 * Loads register and periods into the store. Again with a mended register or a changed period: units
 * and definitions are replaced, uploads and summaries stay. What finance changed in the portal stays as it
 * is, unless `overwrite` says otherwise; contacts and the history of units stay in any case.
 */
export async function seed(
  register: Register,
  periods: readonly Period[],
  store: SeedStore,
  overwrite = false,
): Promise<Kept> {
  const standing = new Map((await store.registerEntries()).map((unit) => [unit.code, unit]));
  const changed = overwrite ? NOTHING : await changedUnits(store);
  const units = register
    .map((unit): RegisterEntry => ({ ...standing.get(unit.code), ...unit }))
    .filter((unit) => !isSame(unit, standing.get(unit.code)));
  const keptPeriods: string[] = [];
  for (const period of periods) {
    const before = await store.definition(period.id);
    const isKept = !overwrite && before !== null && (await wasDefined(period.id, store));
    if (isKept && !isSame(period, before)) keptPeriods.push(period.id);
    if (!isKept) await store.putPeriods([period]);
  }
  // The units last: that they are there says that all of it is.
  await store.putUnits(units.filter(({ code }) => !changed.has(code)));
  const keptUnits = units.filter(({ code }) => changed.has(code)).map(({ code }) => code);
  return { periods: keptPeriods, units: keptUnits };
}

const NOTHING: ReadonlySet<string> = new Set();

const isSame = (one: object, other: object | undefined | null): boolean =>
  canonicalJson(one) === canonicalJson(other ?? null);

/** Codes of the units that finance changed in the portal. */
async function changedUnits(store: Pick<Trail, 'entriesAfter'>): Promise<ReadonlySet<string>> {
  const codes = new Set<string>();
  for await (const { after } of entriesOf(REGISTER_CHAIN, store)) {
    for (const { code } of after['units'] as readonly { readonly code: string }[]) codes.add(code);
  }
  return codes;
}

/** True for a period that finance defined in the portal. */
async function wasDefined(period: string, store: Pick<Trail, 'entriesAfter'>): Promise<boolean> {
  for await (const { action } of entriesOf(period, store)) {
    if (action === 'define-period') return true;
  }
  return false;
}

async function* entriesOf(chain: string, { entriesAfter }: Pick<Trail, 'entriesAfter'>) {
  let entries = await entriesAfter(chain, 0);
  while (entries.length > 0) {
    yield* entries;
    entries = await entriesAfter(chain, entries.at(-1)?.number ?? 0);
  }
}

/** Says what a seed left as it is, and how to have it otherwise; null where it left nothing. */
export function keptLine({ periods, units }: Kept): string | null {
  if (periods.length + units.length === 0) return null;
  const zh = [...periods.map((id) => `年度 ${id}`), ...units.map((code) => `单位 ${code}`)];
  return `保留在网页上改过的：${zh.join('、')}；要以文件为准请加 --overwrite / kept as changed in the portal: ${[...periods, ...units].join(', ')}; --overwrite has the files replace it`;
}
