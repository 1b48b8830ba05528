import { expect, test } from 'vitest';
import type { StoreContract } from './contract.ts';

/** What every store promises of the register. */
export const unitsContract: StoreContract = (store) => {
  const unit = (code: string, parent: string | null) => ({
    code,
    name: `名称${code}`,
    aliases: [`别名${code}`],
    parent,
  });
  const codes = async (submitter: string) =>
    (await store().registerFor(submitter))?.map(({ code }) => code).sort();

  test('putUnits, registerFor: the submitter with everything below it, and nothing else', async () => {
    const units = [unit('A1', null), unit('B1', 'A1'), unit('C1', 'B1'), unit('A2', null)];
    await store().putUnits(units);
    expect(await store().registerFor('B1')).toEqual([units[1], units[2]]);
    expect(await codes('A1')).toEqual(['A1', 'B1', 'C1']);
  });

  test('registerFor: empty for a stranger, null without a register', async () => {
    expect(await store().registerFor('A1')).toBeNull();
    await store().putUnits([unit('A1', null)]);
    expect(await store().registerFor('X9')).toEqual([]);
  });

  test('dueUnits: those at the top, by code', async () => {
    expect(await store().dueUnits()).toEqual([]);
    await store().putUnits([unit('B2', null), unit('B1', 'A1'), unit('A1', null)]);
    expect(await store().dueUnits()).toEqual([unit('A1', null), unit('B2', null)]);
  });

  test('registerEntries: all of it with what only finance keeps; nobody else is told that', async () => {
    expect(await store().registerEntries()).toEqual([]);
    const kept = {
      ...unit('B1', 'A1'),
      contact: '张三',
      phone: '0755-1',
      formerNames: ['旧名'],
      retired: true,
      ended: { on: '2022-01-01', into: 'A1' },
    } as const;
    await store().putUnits([unit('C1', 'B1'), unit('A2', null), kept, unit('A1', null)]);
    const all = [unit('A1', null), unit('A2', null), kept, unit('C1', 'B1')];
    expect(await store().registerEntries()).toEqual(all);
    const known = { ...unit('B1', 'A1'), retired: true };
    expect(await store().registerFor('B1')).toContainEqual(known);
    await store().putUnits([{ ...unit('A2', null), retired: true }]);
    expect(await store().dueUnits()).toEqual([unit('A1', null)]);
  });

  test('registerFor: parents in a ring do not trap it', async () => {
    await store().putUnits([unit('A1', 'B1'), unit('B1', 'A1'), unit('A2', null)]);
    expect(await codes('A1')).toEqual(['A1', 'B1']);
  });
};
