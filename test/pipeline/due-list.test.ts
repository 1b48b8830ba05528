import { expect, test } from 'vitest';
import { intake } from '../../shared/pipeline.ts';
import { standingLines } from '../../shared/sheets/summary-standing.ts';
import { loadSummary } from '../../shared/summarise/load-summary.ts';
import { makeWorld } from '../memory-ports.ts';

/** Who stands where in the summary of a period that lists who owes a return. */
async function standings(owedBy: readonly string[] | undefined) {
  const world = await makeWorld();
  const { submissions } = world.ports;
  await submissions.putUnits([
    { code: 'LG-TZTGS', name: '深圳市龙岗区投资推广署', aliases: [], parent: 'LG-GXJ' },
  ]);
  await intake(world.send([{ projectName: '甲' }]), world.ports);
  const [period] = (await submissions.periods()).filter(({ id }) => id === '2021');
  const listed = owedBy === undefined ? period! : { ...period!, owedBy };
  const input = await loadSummary(listed, 1, 100, submissions);
  return standingLines(input).map(({ code, name, isDue, standing }) => ({
    code,
    name,
    isDue,
    standing,
  }));
}

test('without a list every unit at the top of the register owes a return', async () => {
  expect(await standings(undefined)).toEqual([
    expect.objectContaining({ code: 'LG-GXJ', isDue: true, standing: 'missing' }),
    expect.objectContaining({ code: 'LG-FGJ', isDue: true, standing: 'accepted' }),
  ]);
});

test('a list decides, down to units below, and names those the register has not by their code', async () => {
  expect(await standings(['LG-TZTGS', 'LG-TZTGS', 'LG-NONE'])).toEqual([
    { code: 'LG-NONE', name: 'LG-NONE', isDue: true, standing: 'missing' },
    {
      code: 'LG-TZTGS',
      name: '深圳市龙岗区投资推广署',
      isDue: true,
      standing: 'missing',
    },
    expect.objectContaining({ code: 'LG-FGJ', isDue: false, standing: 'accepted' }),
  ]);
});
