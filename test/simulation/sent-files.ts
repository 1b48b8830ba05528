import type { FileRows } from '../stand-in-files.ts';

/*
 * What units send. Some twenty small tables; each project says something of its own in its name, in a
 * text and in its amounts, by which it is known again wherever it turns up.
 */

/** A file that somebody sends. */
export type SentFile = FileRows | 'JPEG';

/** Amounts are in 万元 with two decimals; computed in hundredths, so that they add up. */
const yuan = (hundredths: number): number => hundredths / 100;

/** Of 35 projects, none spends like another. */
function amountsOf(project: number): FileRows[number] {
  const more = project * 100;
  const [budget, actual] = [710_062 + more, 700_041 + more];
  const rate = actual / budget;
  return {
    budgetTotal: yuan(budget),
    budgetGeneral: yuan(510_037 + more),
    budgetFund: yuan(200_025),
    actualTotal: yuan(actual),
    actualGeneral: yuan(500_016 + more),
    actualFund: yuan(200_025),
    executionRate: {
      number: Math.round(rate * 10_000) / 10_000,
      text: `${(rate * 100).toFixed(2)}%`,
    },
    problems: '按实际结算支付，节余 100.21 万元。',
  };
}

let projects = 0;

/** A table with a project for each character; `changes` go for its first. */
function table(names: string, changes: FileRows[number] = {}): FileRows {
  return [...names].map((name, index) => {
    projects += 1;
    return {
      projectName: `鱻${name}`,
      annualGoal: `完成龘${names}${index + 1}号储备`,
      ...amountsOf(projects),
      ...(index === 0 ? changes : {}),
    };
  });
}

const GOOD: readonly FileRows[] = [
  ...['甲', '乙', '丙', '甲乙', '甲丙', '乙丙', '甲丁', '甲乙丙', '乙丙丁', '甲乙丙丁'].map(
    (names) => table(names),
  ),
];

/** Warned of: somebody explains it or waives it before it is approved. */
const WARNED = ['戊', '甲戊'].map((names) =>
  table(names, { annualGoal: `完成龘${names}1号储备`, overallCompletion: `完成龘${names}1号储备` }),
);

/** Marked: signed off or masked before it is public. */
const MARKED = ['己', '乙己'].map((names) =>
  table(names, { annualGoal: `龘${names}1号储备，联系手机13812345678` }),
);

/** Returned by this period's policy alone: finance may accept it all the same. */
const ARGUABLE = ['庚', '甲庚'].map((names) =>
  table(names, { overallCompletion: '已完成储备（一' }),
);

const WRONG: readonly FileRows[] = [
  [],
  table('辛', { budgetTotal: '三十五' }),
  table('甲辛', { budgetTotal: 36 }),
];

/** What the period's policy makes of rules, for `ARGUABLE` to be returned. */
export const POLICY = { 'brackets-closed': 'error' } as const;

/** Twenty small files; one of them is a picture. */
export const FILES: readonly SentFile[] = [
  ...GOOD,
  ...WARNED,
  ...MARKED,
  ...ARGUABLE,
  ...WRONG,
  'JPEG',
];

/** Fields in which something is planted, with what they are masked with so that nothing can be reckoned. */
export const MASKINGS: readonly (readonly string[])[] = [
  ['annualGoal'],
  ['projectName', 'annualGoal'],
  ['budgetTotal', 'budgetGeneral', 'executionRate'],
  ['annualGoal', 'budgetTotal', 'budgetGeneral', 'actualTotal', 'actualGeneral'],
];

const PLANTED =
  /龘\p{Script=Han}{1,4}?\d|鱻[甲乙丙丁戊己庚辛]|[75],?1\d\d\.(?:62|37)|[75]1\d\d(?:62|37)0000/gu;

/** What of all that is planted stands in a text; an amount is the same however it is written. */
export const plantedIn = (text: string): readonly string[] => [
  ...new Set(
    text
      .match(PLANTED)
      ?.map((found) => found.replace(',', '').replace(/0000$/, '').replace('.', '')) ?? [],
  ),
];
