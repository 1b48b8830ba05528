import { beforeEach, expect, test } from 'vitest';
import type { Person } from '../../test/memory-api.ts';
import { FGJ, makeReviewWorld, type ReviewWorld, TZTGS } from '../../test/review-api.ts';
import type { TableAnswer } from './publication-schemas.ts';
import type { Board } from './review-schemas.ts';

let world: ReviewWorld;
beforeEach(async () => {
  world = await makeReviewWorld();
});

test('comments are the reviewers’ own until they send the return back', async () => {
  await world.file('LG-TZTGS', [{ projectName: '丙' }]);
  const table = await (await world.ask('cai', `${TZTGS}/revisions/1/table`)).json();
  const { sheet, lines } = table as TableAnswer;
  const cell = { sheet, row: lines[0]?.row ?? 0, field: 'annualGoal' };
  const comment = { kind: 'comment', cell, text: '请写明数量' } as const;
  await world.act('zhao', comment, { unit: TZTGS });
  const told = async (who: Person) => (await world.review(who, TZTGS)).revisions[0]?.comments;
  const written = { ...cell, text: '请写明数量', name: '赵六', at: world.now };
  expect(await told('zhao')).toEqual([{ ...written, isOwn: true }]);
  expect(await told('cai')).toEqual([{ ...written, isOwn: false }]);
  expect(await told('shen')).toEqual([{ ...written, isOwn: false }]);
  // The first act lets the summary speak of the review at all; nobody else is told of a comment.
  expect(world.messages.map(({ stage }) => stage)).toEqual(['summarise']);
  await world.act('zhao', { kind: 'send-back', reason: '见批注' }, { unit: TZTGS });
  const [newest] = (await world.review('cai', TZTGS)).revisions;
  expect(newest).toMatchObject({ stateName: { zh: '主管部门退回' }, comments: [{}] });
  const board = (await (await world.ask('cai', '/api/periods/2021/board')).json()) as Board;
  expect(board.units.find(({ unit }) => unit.code === 'LG-TZTGS')?.review?.stateName.zh).toBe(
    '主管部门退回',
  );
  await world.settle();
  const feedback = [...world.outputs].find(([key]) => /LG-TZTGS.*feedback/.test(key));
  expect(feedback?.[1]).toMatch(/主管部门退回.*赵六.*见批注.*请写明数量/);
});

test('a unit sees the comments once its return is sent back', async () => {
  const { sheet, lines } = (await (
    await world.ask('cai', `${FGJ}/revisions/1/table`)
  ).json()) as TableAnswer;
  const cell = { sheet, row: lines[0]?.row ?? 0, field: 'annualGoal' };
  await world.act('cai', { kind: 'comment', cell, text: '请写明数量' });
  const told = async () => (await world.review('zhang')).revisions[0]?.comments;
  expect(await told()).toEqual([]);
  await world.act('cai', { kind: 'send-back', reason: '见批注' });
  expect(await told()).toMatchObject([{ ...cell, text: '请写明数量', name: '财政', isOwn: false }]);
});
