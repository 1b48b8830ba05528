import type { Sums } from '../functions/api/sums-schemas.ts';
import { type ApiWorld, makeApiWorld, type Person } from './memory-api.ts';
import { LENIENT } from './memory-ports.ts';
import type { FileRows } from './stand-in-files.ts';

/* Sums of a period through the API. */

/** Fen in a hundredth of 万元. */
export const FEN = 10_000;

/** The API with that period. */
export interface SumsWorld extends ApiWorld {
  readonly askSums: (who: Person, query?: string) => Promise<Response>;
  readonly sums: (who: Person, query?: string) => Promise<Sums>;
}

export async function makeSumsWorld(): Promise<SumsWorld> {
  const world = await makeApiWorld();
  await world.ports.submissions.putPeriods([LENIENT]);
  const askSums = (who: Person, query = ''): Promise<Response> =>
    world.ask(who, `/api/periods/2021/sums${query}`);
  return Object.assign(world, {
    askSums,
    sums: async (who: Person, query = '') => (await (await askSums(who, query)).json()) as Sums,
  });
}

/** A row of a budget and what was spent of it, both in hundredths of 万元, all of one source. */
export const row = (budget: number, actual: number, name: string): FileRows[number] => ({
  projectName: name,
  budgetTotal: budget / 100,
  budgetGeneral: budget / 100,
  budgetFund: 0,
  budgetNonFiscal: 0,
  actualTotal: actual / 100,
  actualGeneral: actual / 100,
  actualFund: 0,
  actualNonFiscal: 0,
  executionRate: { number: actual / budget, text: `${((actual / budget) * 100).toFixed(2)}%` },
  problems: '进度偏慢，因招标推迟',
  rectification: '已督促加快',
});
