import { parseUnit } from '../../shared/store/items.ts';
import { childrenGroup, GROUP_INDEX, unitGroupKey, unitKey } from '../../shared/store/keys.ts';
import type { Units } from '../../shared/store/submissions.ts';
import type { Unit } from '../../shared/unit.ts';
import { findsAny, getItem, putItems, queryItems, type Table } from './table.ts';

/** Departments have units, units have offices: a register deeper than this is a mistake. */
const DEEPEST = 8;

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

  async dueUnits() {
    return childrenOf(table, null);
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
