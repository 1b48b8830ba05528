import { expect, test } from 'vitest';
import { DEMO_PASSWORD } from '../functions/accounts/demo-accounts.ts';
import { memoryAccounts } from '../test/memory-accounts.ts';
import { tellPeople } from './people.ts';

const endpoints = { dynamoDb: 'http://127.0.0.1:9401', names: { TableName: 'table' } };

const person = {
  name: 'zhangsan',
  person: '张三',
  groups: ['unit'],
  units: ['LG-FGJ'],
  passwordHash: 'scrypt$4$8$1$c2FsdA$ZGlnZXN0',
  mustChangePassword: false,
  version: 0,
  isDisabled: false,
} as const;

test('the samples come with the demo’s people, at every start', async () => {
  const accounts = memoryAccounts();
  for (const isSample of [true, false]) {
    expect(await tellPeople(accounts, endpoints, isSample)).toContain(DEMO_PASSWORD);
  }
});

test('units of one’s own come with nobody, and with how to add people', async () => {
  const accounts = memoryAccounts();
  const told = await tellPeople(accounts, endpoints, false);

  expect(told).toMatch(/AWS_ENDPOINT_URL_DYNAMODB=http:\/\/127\.0\.0\.1:9401 [\s\S]*--table table/);
  expect(await accounts.accounts()).toEqual([]);
});

test('people of one’s own are counted, and no others added', async () => {
  const accounts = memoryAccounts();
  await accounts.addAccount(person);

  for (const isSample of [true, false]) {
    expect(await tellPeople(accounts, endpoints, isSample)).toMatch(/^1 /);
  }
  expect(await accounts.accounts()).toHaveLength(1);
});
