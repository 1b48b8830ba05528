import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { GOOD_ROW, tableOf } from '../../test/make-sheet.ts';
import type { Explanation } from '../rows/row.ts';
import { type Finding, WHOLE_FILE } from './finding.ts';
import { findingLines, isMerged, MOST_OPEN_LINES, SECTIONS } from './finding-lines.ts';

const form = tableOf([]).form;
const source = { form, rows: [], explanations: [] };

/** A finding about the rate of the project in a row; its serial is the row's number less five. */
function finding(row: number, given: Partial<Finding> = {}): Finding {
  const serial = String(row - 5);
  return {
    rule: 'execution-rate-correct',
    group: 'execution-rate-correct',
    severity: 'error',
    at: {
      sheet: '自评表',
      cell: `L${row}`,
      row,
      column: 'L',
      field: 'executionRate',
      serial,
      project: `项目${serial}`,
    },
    params: { stated: `0.${row}`, actual: '9', budget: '10', computed: '0.9' },
    suggestion: '0.9',
    ...given,
  };
}

const hint = {
  rule: 'execution-rate-rounded',
  group: 'execution-rate-rounded',
  severity: 'hint',
} as const;
/** A rule about whole tables: it has no sentence of its own on several projects. */
const blank = {
  rule: 'table-has-rows',
  group: 'table-has-rows:executionRate',
  severity: 'error',
  params: {},
} as const;

describe('findings of one rule and cause', () => {
  test('share a line from three rows on, which names their serials as ranges', () => {
    const [line, ...others] = findingLines(
      [6, 7, 8, 10].map((row) => finding(row, blank)),
      source,
    );
    expect(others).toEqual([]);
    expect(line?.serials).toBe('1–3、5');
    expect(line?.findings).toHaveLength(4);
    expect(line?.at.cell).toBe('L6');
    expect(line?.message.zh).toMatch(/^4 个项目（序号 1–3、5）：找到了表头/);
    expect(line?.message.en).toMatch(/^4 projects \(no\. 1–3、5\): /);
  });

  test('whose messages differ are told by an example', () => {
    const made = [6, 7, 8].map((row) =>
      finding(row, {
        rule: 'period-agrees',
        group: 'period-agrees',
        params: { titleYear: `20${row + 10}`, period: '2021' },
      }),
    );
    const [line] = findingLines(made, source);
    expect(line?.message.zh).toMatch(
      /^3 个项目（序号 1–3）有同类问题，例如序号 1：表题写的是 2016 年/,
    );
    expect(line?.suggestion).toBe('0.9');
  });

  test('stay apart in two rows, even where they are many', () => {
    const twoRows = [6, 6, 7, 7].map((row) => finding(row));
    expect(findingLines(twoRows, source)).toHaveLength(4);
  });

  test('of different causes stay apart', () => {
    const causes = [6, 7, 8].map((row) => finding(row, { ...blank, group: `x:${row}` }));
    expect(findingLines(causes, source)).toHaveLength(3);
  });

  test('in rows without a serial are named by the rows of the sheet', () => {
    const bare = [6, 7, 8].map((row) => {
      const made = finding(row, blank);
      return { ...made, at: { ...made.at, serial: null } };
    });
    const [all] = findingLines(bare, source);
    expect(all?.message.zh).toMatch(/^3 个项目（第 6–8 行）：/);
    const [some] = findingLines([finding(5, blank), ...bare], source);
    expect(some?.message.zh).toMatch(/^4 个项目（序号 0；第 6–8 行）：/);
  });
});

test('sections: what must be mended, checked, what is for reference and folded, what is signed', () => {
  const lines = findingLines(
    [
      finding(6, hint),
      finding(7, { gate: true, severity: 'warning' }),
      finding(8, { severity: 'warning' }),
      finding(9),
      { ...finding(5), at: WHOLE_FILE },
    ],
    source,
  );
  expect(lines.map(({ section, at, open }) => [section, at.cell, open])).toEqual([
    ['must', null, true],
    ['must', 'L9', true],
    ['check', 'L8', true],
    ['reference', 'L6', false],
    ['sign', 'L7', true],
  ]);
});

test('whatever the findings: each is told once, at most 25 lines are open, sections keep their order', () => {
  const some = fc.record({
    row: fc.integer({ min: 5, max: 60 }),
    cause: fc.integer({ min: 0, max: 40 }),
    severity: fc.constantFrom('error', 'warning', 'hint'),
    gate: fc.boolean(),
  });
  fc.assert(
    fc.property(fc.array(some, { maxLength: 150 }), (made) => {
      const findings = made.map(({ row, cause, severity, gate }) =>
        finding(row, { severity, group: `g:${cause}`, ...(gate ? { gate: true as const } : {}) }),
      );
      const lines = findingLines(findings, source);
      const told = lines.flatMap((line) => line.findings);
      expect(told).toHaveLength(findings.length);
      expect(new Set(told)).toEqual(new Set(findings));
      const open = lines.filter((line) => line.open);
      expect(open.length).toBeLessThanOrEqual(MOST_OPEN_LINES);
      expect(open.some(({ section }) => section === 'reference')).toBe(false);
      const order = lines.map(({ section }) => SECTIONS.indexOf(section));
      expect(order).toEqual(order.toSorted((a, b) => a - b));
      for (const line of lines.filter(isMerged)) {
        expect(new Set(line.findings.map(({ at }) => at.row)).size).toBeGreaterThanOrEqual(3);
      }
    }),
  );
});

test('beyond 60 ranges the sentence says 等', () => {
  const scattered = Array.from({ length: 100 }, (_, index) => finding(6 + 2 * index, blank));
  const [line] = findingLines(scattered, source);
  expect(line?.serials.endsWith('119等')).toBe(true);
  expect(line?.findings).toHaveLength(100);
});

test('a sum that does not hold is told with both ways to mend it', () => {
  const table = tableOf([{ ...GOOD_ROW, budgetTotal: 36 }]);
  const wrong = finding(6, {
    rule: 'total-equals-sources',
    group: 'total-equals-sources',
    params: { column: '合计', columnEn: 'Total', stated: '36', sum: '35' },
    at: { ...finding(6).at, row: table.rows[0]?.number ?? 0, field: 'budgetTotal' },
  });
  const [line] = findingLines([wrong], table);
  expect(line?.readings?.zh.split('\n')).toEqual([
    '改合计为 35',
    expect.stringMatching(/^或改“.*一般公共预算.*”为 23$/),
    expect.stringMatching(/^或改“.*政府性基金.*”为 14$/),
  ]);
});

test('a total without any source is told with both ways, too', () => {
  const none = { budgetGeneral: 0, budgetFund: '', budgetNonFiscal: '' };
  const table = tableOf([{ ...GOOD_ROW, ...none }]);
  const wrong = finding(table.rows[0]?.number ?? 0, {
    rule: 'total-equals-sources',
    params: { column: '合计', columnEn: 'Total', stated: '35', sum: '0' },
  });
  const at = { ...wrong.at, field: 'budgetTotal' };
  const [line] = findingLines([{ ...wrong, at }], table);
  expect(line?.readings?.zh).toBe('改合计为 0\n或补填来源，使各来源相加为 35');
});

test('sums of few projects are told one by one, of many not', () => {
  const table = tableOf(
    Array.from({ length: 12 }, (_, index) => ({ ...GOOD_ROW, serial: index + 1, budgetTotal: 36 })),
  );
  const wrong = table.rows.map((row) => {
    const made = finding(row.number, {
      rule: 'total-equals-sources',
      group: 'total-equals-sources',
      params: { column: '合计', columnEn: 'Total', stated: '36', sum: '35' },
    });
    return { ...made, at: { ...made.at, field: 'budgetTotal' } };
  });
  const [few] = findingLines(wrong.slice(0, 3), table);
  expect(few?.readings?.zh.split('\n')).toHaveLength(3);
  expect(few?.readings?.zh).toMatch(/^序号 1：改合计为 35，或改/);
  expect(findingLines(wrong, table)[0]?.readings).toBeUndefined();
});

describe('what the unit explained', () => {
  const explained = (given: Partial<Explanation>): Explanation => ({
    rule: 'execution-rate-correct',
    group: 'execution-rate-correct',
    serial: '1',
    project: '项目1',
    field: 'executionRate',
    text: '已核对',
    at: { sheet: '问题清单', cell: 'J7', row: 7, column: 'J' },
    ...given,
  });
  const explanationOf = (findings: readonly Finding[], explanations: readonly Explanation[]) =>
    findingLines(findings, { ...source, explanations }).map(({ explanation }) => explanation);

  test('is found again by rule, column and project, though serials have shifted', () => {
    expect(explanationOf([finding(6)], [explained({})])).toEqual(['已核对']);
    expect(explanationOf([finding(6)], [explained({ serial: '9', project: '项 目１' })])).toEqual([
      '已核对',
    ]);
    expect(explanationOf([finding(6)], [explained({ project: '另一项目' })])).toEqual([undefined]);
    expect(explanationOf([finding(6)], [explained({ rule: 'other' })])).toEqual([undefined]);
    expect(explanationOf([finding(6)], [explained({ field: 'serial' })])).toEqual([undefined]);
  });

  test('of projects of one name goes by the serial', () => {
    const both = [explained({ serial: '8', text: '甲' }), explained({ serial: '1', text: '乙' })];
    expect(explanationOf([finding(6)], both)).toEqual(['乙']);
    expect(explanationOf([finding(6)], [both[0]!, explained({ serial: '9' })])).toEqual([
      undefined,
    ]);
  });

  test('of several projects holds for each of them, and single ones join a line', () => {
    const ofGroup = explained({ serial: null, project: null, field: null, text: '均已核对' });
    const three = [6, 7, 8].map((row) => finding(row));
    expect(explanationOf(three, [ofGroup])).toEqual(['均已核对']);
    expect(explanationOf(three.slice(0, 2), [ofGroup])).toEqual(['均已核对', '均已核对']);
    expect(explanationOf(three, [ofGroup, explained({})])).toEqual(['均已核对\n序号 1：已核对']);
    expect(explanationOf([finding(6)], [ofGroup, explained({})])).toEqual(['已核对']);
  });
});
