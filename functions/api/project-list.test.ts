import { beforeEach, describe, expect, test } from 'vitest';
import { uploadId } from '../../shared/upload-id.ts';
import { type ApiWorld, makeApiWorld } from '../../test/memory-api.ts';
import type { FileRows } from '../../test/stand-in-files.ts';
import type { ProjectListAnswer } from './collection-schemas.ts';
import type { ProblemDocument } from './schemas.ts';

let world: ApiWorld;
beforeEach(async () => {
  world = await makeApiWorld();
});

let acts = 0;
const settle = (action: object): Promise<Response> =>
  world.post('cai', '/api/periods/2021/acts', { id: `list-act-${++acts}`, action });

const part = (list: string, number: number, projects: readonly object[]): Promise<Response> =>
  world.post('cai', '/api/periods/2021/projects/parts', { list, part: number, projects });

const enforce = (list: string | null, projects: number): Promise<Response> =>
  settle({ kind: 'list-projects', list, projects, reason: '2021 年批复' });

const listed = (name: string, unit = 'LG-FGJ', amounts = {}) => ({ unit, name, amounts });

const get = async (path: string, who: 'cai' | 'zhao' = 'cai'): Promise<ProjectListAnswer> =>
  (await (await world.ask(who, path)).json()) as ProjectListAnswer;

test('an import is kept part by part and comes into force as a whole', async () => {
  expect((await part('list-one', 1, [listed('甲'), listed('乙', 'LG-TZTGS')])).status).toBe(201);
  expect((await get('/api/periods/2021/projects')).list).toBeNull();
  const refused = (await (await enforce('list-one', 3)).json()) as ProblemDocument;
  expect(refused.refusal).toBe('list-incomplete');
  await part('list-one', 2, [listed('丙')]);
  expect((await enforce('list-one', 3)).status).toBe(200);
  const { list, projects } = await get('/api/periods/2021/projects');
  expect(list).toMatchObject({ id: 'list-one', projects: 3, name: '财政' });
  expect(projects.map(({ name, department }) => [name, department])).toEqual([
    ['甲', 'LG-FGJ'],
    ['丙', 'LG-FGJ'],
    ['乙', 'LG-GXJ'],
  ]);
  // What returns are held against is not changed under them.
  expect((await part('list-one', 1, [listed('丁')])).status).toBe(409);
  expect((await part('list-two', 1, [listed('丁', 'LG-NONE')])).status).toBe(422);
  const [entry] = await world.ports.submissions.entriesAfter('2021', 0);
  expect(entry).toMatchObject({
    action: 'list-projects',
    after: { list: 'list-one', projects: 3 },
  });
});

test('a unit sees its own projects and those below it', async () => {
  await part('list-one', 1, [listed('甲'), listed('乙', 'LG-TZTGS')]);
  await enforce('list-one', 2);
  const names = async (unit: string) =>
    (await get(`/api/periods/2021/units/${unit}/projects`, 'zhao')).projects.map(
      ({ name }) => name,
    );
  expect(await names('LG-GXJ')).toEqual(['乙']);
  expect(await names('LG-TZTGS')).toEqual(['乙']);
});

describe('intake', () => {
  const rulesOf = async (rows: FileRows, versionId: string): Promise<readonly string[]> => {
    const key = 'uploads/2021/LG-FGJ/表.xlsx';
    const event = world.send(rows, { key, versionId, eventTime: world.now });
    world.messages.push({ stage: 'intake', body: event });
    await world.settle();
    const id = uploadId('uploads', key, versionId);
    const { outcome } = (await world.ports.submissions.upload(id))!;
    const findings = JSON.parse(world.outputs.get(outcome!.outputs.findings!)!) as {
      findings: { rule: string }[];
    };
    return findings.findings.map(({ rule }) => rule);
  };
  const ROWS = [{ projectName: '甲' }];

  test('holds a table against the list that is in force', async () => {
    await part('list-one', 1, [listed('甲', 'LG-FGJ', { budgetTotal: 1 }), listed('乙')]);
    expect(await rulesOf(ROWS, 'v1')).not.toContain('projects-complete');
    await enforce('list-one', 2);
    const rules = await rulesOf(ROWS, 'v2');
    expect(rules).toContain('projects-complete');
    expect(rules).toContain('budget-as-listed');
    expect(rules).not.toContain('spending-as-listed');
    expect(rules).not.toContain('projects-listed');
  });

  test('every attempt holds it against the same list', async () => {
    await part('list-one', 1, [listed('甲'), listed('乙')]);
    await enforce('list-one', 2);
    const { submissions } = world.ports;
    const { decide } = submissions;
    const die = async (): Promise<never> => {
      throw new Error('killed');
    };
    Object.assign(submissions, { decide: die });
    await expect(rulesOf(ROWS, 'v1')).rejects.toThrow('killed');
    Object.assign(submissions, { decide });
    await part('list-two', 1, [listed('甲')]);
    await enforce('list-two', 1);
    expect(await rulesOf(ROWS, 'v1')).toContain('projects-complete');
  });
});
