import { fileURLToPath } from 'node:url';
import { describe, expect, test } from 'vitest';
import type { Cell, Sheet } from '../../shared/cells/cell.ts';
import { readWorkbook } from '../../shared/cells/read-workbook.ts';
import { type Judgement, judge } from '../../shared/judge.ts';
import { randomFrom } from '../simulation/random.ts';
import { examine, PRODUCT, type Product } from './examine.ts';
import { mutate } from './mutate.ts';
import { type Answer, examineSeeds } from './pool.ts';
import { REWRITES, rewritten } from './rewrite.ts';
import { SOURCES } from './sources.ts';

/*
 * A few hundred seeds of the fuzz target, and the target itself: it is repeatable, and it sees what is
 * broken on purpose.
 */

const SEEDS = 150;

/** Milliseconds: files are made and judged in seconds, on a busy machine in minutes. */
const LONG = 300_000;

const seedsTo = (count: number): number[] => Array.from({ length: count }, (_, seed) => seed);

test(
  `${SEEDS} seeds hold`,
  async () => {
    const failed: Answer[] = [];
    const ends = new Set<string>();
    await examineSeeds(seedsTo(SEEDS), {
      answered(answer) {
        ends.add(answer.end);
        if (answer.problems.length > 0) failed.push(answer);
      },
    });
    expect(failed).toEqual([]);
    // Most files must still hold a table, else nothing was tested but refusals.
    expect([...ends]).toEqual(expect.arrayContaining(['table', 'damaged', 'no table']));
  },
  LONG,
);

test('a seed is the same file every time, and another one another', () => {
  for (const seed of [0, 1, 2, 3, 4, 5]) {
    expect(mutate(seed).bytes).toEqual(mutate(seed).bytes);
    expect(mutate(seed).bytes).not.toEqual(mutate(seed + 1).bytes);
  }
});

describe.each(SOURCES)('the table of $period in other ways of writing', (source) => {
  test.each(Object.keys(REWRITES))('%s', async (name) => {
    const parts = new Map(source.parts);
    REWRITES[name]?.(parts);
    expect(parts).not.toEqual(source.parts);
    const mutation = rewritten(source, name, randomFrom(1));
    expect((await examine(mutation)).problems).toEqual([]);
  });
});

describe('the children', () => {
  test('one that hangs is killed, one that dies is replaced, the rest goes on', async () => {
    const answers: Answer[] = [];
    await examineSeeds(seedsTo(6), {
      answered: (answer) => answers.push(answer),
      children: 2,
      script: fileURLToPath(new URL('stuck-child.ts', import.meta.url)),
      patience: 400,
    });
    const ends = answers.sort((a, b) => a.seed - b.seed).map(({ end }) => end);
    expect(ends).toEqual(['table', 'died', 'hung', 'table', 'table', 'table']);
  });
});

/** Seeds tried until something broken on purpose is seen. */
const PATIENCE = 150;

/** What the target says of a product with something broken. */
async function problemsOf(broken: Partial<Product>): Promise<string> {
  for (const seed of seedsTo(PATIENCE)) {
    const { problems } = await examine(mutate(seed), { ...PRODUCT, ...broken });
    if (problems.length > 0) return problems.join('\n');
  }
  return '';
}

const withCells =
  (change: (cell: Cell, sheet: Sheet) => Cell): Product['read'] =>
  async (bytes) => {
    const read = await readWorkbook(bytes);
    if (!read.ok) return read;
    const sheets = read.sheets.map((sheet) => ({
      ...sheet,
      rows: new Map(
        [...sheet.rows].map(([row, cells]) => [
          row,
          new Map([...cells].map(([column, cell]) => [column, change(cell, sheet)])),
        ]),
      ),
    }));
    return { ...read, sheets };
  };

const withJudgement =
  (change: (judgement: Judgement) => Partial<Judgement>): Product['judge'] =>
  (read, context) => {
    const judgement = judge(read, context);
    return { ...judgement, ...change(judgement) };
  };

describe('what is broken on purpose is seen', () => {
  test('addresses a row too low', async () => {
    const read = withCells((cell) => ({ ...cell, at: { ...cell.at, row: cell.at.row + 1 } }));
    expect(await problemsOf({ read })).toMatch(/^row \d+ column \d+ holds the address/);
  });

  test('a reader that throws', async () => {
    const read: Product['read'] = async (bytes) => {
      if (bytes.length % 2 === 0) throw new Error('on even sizes');
      return readWorkbook(bytes);
    };
    expect(await problemsOf({ read })).toMatch(/^thrown: Error: on even sizes/);
  });

  test('control characters left in texts', async () => {
    const read = withCells((cell) => ({ ...cell, text: `${cell.text}\u0007` }));
    expect(await problemsOf({ read })).toMatch(/its text holds/);
  });

  test('findings in the column beside', async () => {
    const beside = withJudgement(({ findings }) => ({
      findings: findings.map((finding) =>
        finding.at.column === 'D'
          ? { ...finding, at: { ...finding.at, column: 'E', cell: `E${finding.at.row}` } }
          : finding,
      ),
    }));
    expect(await problemsOf({ judge: beside })).toMatch(/is not below the title of/);
  });

  test('an amount that no cell states', async () => {
    const richer = withJudgement(({ recordSet }) => ({
      recordSet: recordSet && {
        ...recordSet,
        records: recordSet.records.map((record) => ({
          ...record,
          amounts: { ...record.amounts, actualTotal: (record.amounts['actualTotal'] ?? 0) + 1 },
        })),
      },
    }));
    expect(await problemsOf({ judge: richer })).toMatch(/^actualTotal is \d+ fen, but/);
  });

  test('unreadable figures taken for blank', async () => {
    const silent = withJudgement(({ findings }) => ({
      findings: findings.filter(({ rule }) => rule !== 'figure-readable'),
    }));
    expect(await problemsOf({ judge: silent })).toMatch(/is neither read nor told$/m);
  });

  test('a project that is lost', async () => {
    const shorter = withJudgement(({ recordSet, table }) => ({
      recordSet: recordSet && { ...recordSet, records: recordSet.records.slice(0, -1) },
      table: table && { ...table, rows: table.rows.slice(0, -1) },
    }));
    expect(await problemsOf({ judge: shorter })).toMatch(/^row \d+ changed: undefined/m);
  });

  test('a change that is told in another row', async () => {
    const elsewhere = withJudgement(({ findings }) => ({
      findings: findings.map((finding) =>
        finding.rule === 'figure-readable'
          ? { ...finding, at: { ...finding.at, row: 8, cell: `${finding.at.column}8` } }
          : finding,
      ),
    }));
    expect(await problemsOf({ judge: elsewhere })).toMatch(/but row \d+ was changed$/m);
  });
});
