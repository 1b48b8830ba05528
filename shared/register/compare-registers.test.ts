import { describe, expect, test } from 'vitest';
import { compareRegisters, endedUnit, withHistory } from './compare-registers.ts';
import type { RegisterEntry } from './register-entry.ts';
import { registerFault } from './register-fault.ts';

const unit = (code: string, changes: Partial<RegisterEntry> = {}): RegisterEntry => ({
  code,
  name: `${code}局`,
  aliases: [],
  parent: null,
  ...changes,
});

const STANDING = [
  unit('AA', { phone: '0755-1' }),
  unit('BB', { aliases: ['二局'] }),
  unit('CC'),
  unit('DD', { parent: 'AA' }),
  unit('EE', { retired: true, ended: { on: '2021-01-01', into: null } }),
];

describe('an import against what stands', () => {
  const changes = compareRegisters(STANDING, [
    unit('AA'),
    unit('BB', { name: '新二局', aliases: ['CC局'] }),
    unit('DD', { parent: 'BB' }),
    unit('FF'),
  ]);

  test('says what is added, renamed, moved and gone, and of what seems merged into what', () => {
    expect(
      changes.map((change) => [
        change.kind,
        'unit' in change ? change.unit.code : [change.before.code, change.into],
      ]),
    ).toEqual([
      ['renamed', 'BB'],
      ['moved', 'DD'],
      ['added', 'FF'],
      ['gone', ['CC', 'BB']],
    ]);
  });

  test('takes nothing away that it leaves blank', () => {
    const [renamed] = changes;
    expect(renamed).toMatchObject({ unit: { aliases: ['二局', 'CC局'] } });
    expect(
      compareRegisters(
        STANDING,
        STANDING.slice(0, 4).map(({ code, name, parent }) => ({ code, name, parent, aliases: [] })),
      ),
    ).toEqual([]);
  });

  test('takes back the end of what it names again', () => {
    const [back] = compareRegisters([STANDING[4]!], [unit('EE')]);
    expect(back).toEqual({ kind: 'changed', before: STANDING[4], unit: unit('EE') });
  });

  test('sees another code with the same name as what the old one became', () => {
    expect(compareRegisters([unit('AA')], [unit('A-NEW', { name: 'AA局' })])).toMatchObject([
      { kind: 'added' },
      { kind: 'gone', into: 'A-NEW' },
    ]);
  });
});

test('a renamed unit keeps its old names', () => {
  const once = withHistory(unit('AA'), unit('AA', { name: '新局' }));
  expect(once).toMatchObject({ name: '新局', aliases: ['AA局'], formerNames: ['AA局'] });
  const twice = withHistory(once, { ...once, name: '更新局' });
  expect(twice).toMatchObject({ aliases: ['AA局', '新局'], formerNames: ['AA局', '新局'] });
  expect(withHistory(null, unit('AA'))).toEqual(unit('AA'));
});

test('a merged unit stays, below the one that it became part of', () => {
  expect(endedUnit(unit('CC'), '2022-01-01', 'BB')).toEqual(
    unit('CC', { parent: 'BB', retired: true, ended: { on: '2022-01-01', into: 'BB' } }),
  );
  expect(endedUnit(unit('DD', { parent: 'AA' }), '2022-01-01', null).parent).toBe('AA');
});

describe('a register that cannot be used', () => {
  test.each([
    ['a parent that is not there', [unit('AA', { parent: 'ZZ' })], 'ZZ 不在名册中'],
    ['a ring', [unit('AA', { parent: 'BB' }), unit('BB', { parent: 'AA' })], '绕成了一圈'],
    ['itself', [unit('AA', { parent: 'AA' })], '绕成了一圈'],
    ['two of one name', [unit('AA'), unit('BB', { name: 'A A局' })], 'BB 与 AA 同名'],
    ['merged into nothing', [endedUnit(unit('AA'), '2022-01-01', 'ZZ')], 'ZZ 不在名册中'],
  ])('%s', (_, units, says) => {
    expect(registerFault(units)?.zh).toContain(says);
  });

  test('what ended may have the name of what took its place', () => {
    const units = [unit('A-NEW', { name: 'AA局' }), endedUnit(unit('AA'), '2022-01-01', 'A-NEW')];
    expect(registerFault(units)).toBeNull();
    expect(registerFault(STANDING)).toBeNull();
  });
});
