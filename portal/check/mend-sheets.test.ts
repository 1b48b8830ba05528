import { describe, expect, test } from 'vitest';
import { addressOf, type Sheet } from '../../shared/cells/cell.ts';
import { judge } from '../../shared/judge.ts';
import { judgeContext } from '../../test/judge-context.ts';
import { GOOD_ROW, sheetOf, typeInto } from '../../test/make-sheet.ts';
import { checkedOf } from './checked.ts';
import { mendSheets } from './mend-sheets.ts';
import { type Mends, NO_MENDS, withCells, withExplanation } from './mends.ts';

const canPrint = (codePoint: number): boolean => codePoint !== 0xe000;

const judged = (sheets: readonly Sheet[]) =>
  judge({ ok: true, sheets }, judgeContext({ canPrint }));

/** The sheets mended, and what is then found in them. */
function mended(sheet: Sheet, mends: Mends) {
  const { table } = judged([sheet]);
  if (table === null) throw new Error('no table');
  return judged(mendSheets([sheet], table, mends));
}

describe('cells typed anew', () => {
  const sheet = sheetOf([{ ...GOOD_ROW, executionRate: { number: 0.5, text: '50.00%' } }]);

  test('are judged as if they had been typed into the file, which stays as it was', () => {
    const before = checkedOf(judged([sheet]));
    expect(before.counts.errors).toBe(1);
    const [cell = ''] = Object.keys(before.certain);
    const after = checkedOf(mended(sheet, withCells(NO_MENDS, before.certain)));
    expect(after.counts.errors).toBe(0);
    expect(after.table?.lines[0]?.cells.find((shown) => shown.cell === cell)?.text).toBe('97.37%');
    expect(checkedOf(judged([sheet])).counts.errors).toBe(1);
  });

  test('that are cleared are blank', () => {
    const { table } = judged([sheet]);
    const at = table?.rows[0]?.entries['projectName']?.at;
    const { table: after } = mended(sheet, withCells(NO_MENDS, { [at?.cell ?? '']: '' }));
    expect(after?.rows[0]?.entries['projectName']?.text).toBe('');
  });

  test('under a merge are typed into its first cell', () => {
    const unit = judged([sheet]).table?.rows[0]?.entries['unitName']?.at;
    const row = unit?.row ?? 0;
    const merged = { ...sheet, merges: [{ top: row, left: 2, bottom: row + 1, right: 2 }] };
    const [read] = mendSheets(
      [merged],
      { sheet: merged.name, explanations: [] },
      withCells(NO_MENDS, { [addressOf('', row + 1, 2).cell]: '某局' }),
    );
    expect(read?.rows.get(row)?.get(2)?.text).toBe('某局');
    expect(read?.rows.get(row + 1)?.has(2) ?? false).toBe(false);
  });
});

describe('indicators that the unit added', () => {
  /** 产出目标 with an indicator of the unit's own, in columns 34 and 35. */
  function withIndicator(target: string, actual: string): Sheet {
    const sheet = sheetOf([GOOD_ROW]);
    for (const [column, side, text] of [
      [34, '年度指标内容', target],
      [35, '完成情况', actual],
    ] as const) {
      typeInto(sheet, 3, column, '产出目标');
      typeInto(sheet, 4, column, '成本指标');
      typeInto(sheet, 5, column, side);
      if (text !== '') typeInto(sheet, 6, column, text);
    }
    return sheet;
  }

  const cellsIn = (table: ReturnType<typeof checkedOf>['table']) =>
    table?.lines[0]?.cells.filter(({ cell }) => cell === 'AH6' || cell === 'AI6');

  test('are mended in their own cells, where their findings stand', () => {
    const sheet = withIndicator('不超过\u{E000}万元', '');
    const before = checkedOf(judged([sheet]));
    expect(before.findings.map(({ rule, at }) => [rule, at.cell])).toContainEqual([
      'characters-printable',
      'AH6',
    ]);
    const cells = { AH6: '不超过10万元', AI6: '9.8万元' };
    const after = checkedOf(mended(sheet, withCells(NO_MENDS, cells)));
    expect(after.findings.map(({ rule }) => rule)).not.toContain('characters-printable');
    expect(cellsIn(after.table)).toEqual([
      { cell: 'AH6', text: '不超过10万元' },
      { cell: 'AI6', text: '9.8万元' },
    ]);
  });
});

describe('what is explained in the page', () => {
  const sheet = sheetOf([{ ...GOOD_ROW, actualTotal: 20, actualGeneral: 7.22, problems: '' }]);
  const about = (checked: ReturnType<typeof checkedOf>) => {
    const line = checked.lines.find(({ section }) => section === 'check');
    if (line === undefined) throw new Error('nothing to explain');
    const { rule, group, at } = line;
    return {
      rule,
      group,
      field: at.field ?? '',
      serial: at.serial ?? '',
      project: at.project ?? '',
    };
  };

  test('is found again on its line, and another text takes its place', () => {
    const key = about(checkedOf(judged([sheet])));
    const first = withExplanation(NO_MENDS, { ...key, text: '年底统筹' });
    const second = withExplanation(first, { ...key, text: '下年支付' });
    for (const [mends, text] of [
      [first, '年底统筹'],
      [second, '下年支付'],
    ] as const) {
      const { lines } = checkedOf(mended(sheet, mends));
      expect(lines.flatMap(({ explanation }) => explanation ?? [])).toEqual([text]);
    }
  });

  test('stands beside what the file itself explains, and can take it back', () => {
    const key = about(checkedOf(judged([sheet])));
    const [own] = mendSheets(
      [sheet],
      { sheet: sheet.name, explanations: [] },
      withExplanation(NO_MENDS, { ...key, text: '原有说明' }),
    );
    if (own === undefined) throw new Error('no list');
    const table = judged([own, sheet]).table;
    expect(table?.explanations.map(({ text }) => text)).toEqual(['原有说明']);
    const other = { ...key, field: 'annualGoal', text: '另一条' };
    const textsAfter = (mends: Mends) =>
      judged(
        mendSheets([own, sheet], table ?? { sheet: '', explanations: [] }, mends),
      ).table?.explanations.map(({ text }) => text);
    expect(textsAfter(withExplanation(NO_MENDS, other))).toEqual(['原有说明', '另一条']);
    expect(textsAfter(withExplanation(NO_MENDS, { ...key, text: '' }))).toEqual([]);
  });
});
