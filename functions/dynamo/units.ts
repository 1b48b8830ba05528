import { parseRegisterEntry, parseUnit } from '../../shared/store/items.ts';
import { childrenGroup, GROUP_INDEX, unitGroupKey, unitKey } from '../../shared/store/keys.ts';
import type { Units } from '../../shared/store/submissions.ts';
import type { Unit } from '../../shared/unit.ts';
import { findsAny, getItem, type Item, putItems, queryItems, type Table } from './table.ts';

/** Departments have units, units have offices: a register deeper than this is a mistake. */
const DEEPEST = 8;

/** Queries at the same time. */
const AT_ONCE = 16;

/** UNIT items. */
export const dynamoUnits = (table: Table): Units => ({
  async putUnits(units) {
    await putItems(
      table,
      units.map((unit) => ({
        ...unitKey(unit.code),
        ...unitGroupKey(unit.parent, unit.code),
        ...unit,
      })),
    );
  },

  async registerEntries() {
    const items = await queryItems(table, childrenQuery(null));
    const found = new Map(items.map((item) => [String(item['code']), item]));
    for (let level = [...found.keys()]; level.length > 0; ) {
      const below: Item[] = [];
      while (level.length > 0) {
        const queries = level.splice(0, AT_ONCE).map((code) => childrenQuery(code));
        const read = await Promise.all(queries.map((query) => queryItems(table, query)));
        below.push(...read.flat());
      }
      const fresh = below.filter(({ code }) => !found.has(String(code)));
      for (const item of fresh) found.set(String(item['code']), item);
      level = fresh.map(({ code }) => String(code));
    }
    const codes = [...found.keys()].sort();
    return codes.map((code) => parseRegisterEntry(found.get(code)));
  },

  async dueUnits() {
    return (await childrenOf(table, null)).filter(({ retired }) => retired !== true);
  },

  async registerFor(submitter) {
    const item = await getItem(table, unitKey(submitter));
    if (item !== undefined) return subtreeOf(table, parseUnit(item));
    return (await findsAny(table, childrenQuery(null))) ? [] : null;
  },
});

async function subtreeOf(table: Table, top: Unit): Promise<Unit[]> {
  const found = new Map([[top.code, top]]);
  let level = [top];
  for (let depth = 0; level.length > 0; depth += 1) {
    if (depth > DEEPEST)
      throw new Error(`the register is more than ${DEEPEST} levels deep at ${top.code}`);
    const below: Unit[] = [];
    for (const unit of level) below.push(...(await childrenOf(table, unit.code)));
    level = below.filter(({ code }) => !found.has(code));
    for (const unit of level) found.set(unit.code, unit);
  }
  return [...found.values()];
}

const childrenOf = async (table: Table, parent: string | null): Promise<Unit[]> =>
  (await queryItems(table, childrenQuery(parent))).map(parseUnit);

const childrenQuery = (parent: string | null) => ({
  IndexName: GROUP_INDEX,
  KeyConditionExpression: 'gpk = :children',
  ExpressionAttributeValues: { ':children': childrenGroup(parent) },
});
