import fc from 'fast-check';
import { expect, test } from 'vitest';
import { RULES } from './catalogue.ts';
import { type Finding, WHOLE_FILE } from './finding.ts';
import { bearable } from './limit-findings.ts';

const finding = (
  rule: string,
  severity: Finding['severity'],
  cell: string,
  more: Partial<Finding> = {},
): Finding => ({
  rule,
  severity,
  group: rule,
  at: { ...WHOLE_FILE, sheet: '表', cell, row: Number(cell.slice(1)), column: cell.slice(0, 1) },
  params: {},
  ...more,
});

const told = (...findings: Finding[]) => bearable(findings).map(({ rule }) => rule);

test('an error silences warnings and hints on its cell, and on no other', () => {
  expect(
    told(
      finding('figure-readable', 'error', 'A1'),
      finding('brackets-closed', 'warning', 'A1'),
      finding('numbering-uniform', 'hint', 'A1'),
      finding('brackets-closed', 'warning', 'B1'),
      finding('total-equals-sources', 'error', 'A1'),
    ),
  ).toEqual(['figure-readable', 'brackets-closed', 'total-equals-sources']);
});

test('of several warnings on a cell the first rule of the catalogue is told', () => {
  expect(
    told(
      finding('brackets-closed', 'warning', 'A1'),
      finding('long-texts-distinct', 'warning', 'A1'),
      finding('brackets-closed', 'warning', 'A1'),
    ),
  ).toEqual(['long-texts-distinct']);
});

test('hints stay beside a warning, each cause once', () => {
  expect(
    told(
      finding('brackets-closed', 'warning', 'A1'),
      finding('numbering-uniform', 'hint', 'A1'),
      finding('numbering-uniform', 'hint', 'A1'),
      finding('numbering-uniform', 'hint', 'A1', { group: 'numbering-uniform:other' }),
    ),
  ).toEqual(['brackets-closed', 'numbering-uniform', 'numbering-uniform']);
});

test('a row out of place is told so, and nothing else of it but gate marks', () => {
  expect(
    told(
      finding('required-cell-filled', 'error', 'D7'),
      finding('row-in-place', 'error', 'D7'),
      finding('brackets-closed', 'warning', 'M7'),
      finding('secrecy-not-mentioned', 'hint', 'M7', { gate: true }),
      finding('brackets-closed', 'warning', 'M8'),
    ),
  ).toEqual(['row-in-place', 'secrecy-not-mentioned', 'brackets-closed']);
});

test('gate marks are never silenced and silence nothing', () => {
  const gate = finding('secrecy-not-mentioned', 'hint', 'A1', { gate: true });
  expect(told(finding('figure-readable', 'error', 'A1'), gate, gate)).toHaveLength(3);
});

test('whatever comes: errors in place stay, a cell has at most one warning, order is kept', () => {
  const rules = RULES.filter(({ coversRow }) => coversRow !== true).map(({ id }) => id);
  const any = fc.record({
    rule: fc.constantFrom(...rules),
    severity: fc.constantFrom('error', 'warning', 'hint'),
    cell: fc.constantFrom('A1', 'A2', 'B1'),
  });
  fc.assert(
    fc.property(fc.array(any), (drawn) => {
      const findings = drawn.map(({ rule, severity, cell }) => finding(rule, severity, cell));
      const kept = bearable(findings);
      expect(kept).toEqual(findings.filter((one) => kept.includes(one)));
      const errors = (list: readonly Finding[]) => list.filter((one) => one.severity === 'error');
      expect(errors(kept)).toEqual(errors(findings));
      const warned = kept.filter((one) => one.severity === 'warning').map(({ at }) => at.cell);
      expect(new Set(warned).size).toBe(warned.length);
    }),
  );
});
