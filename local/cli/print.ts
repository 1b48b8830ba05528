import process from 'node:process';
import { styleText } from 'node:util';
import type { FindingsReport, ReportedFinding } from '../../shared/findings-report.ts';
import { SEVERITIES, SEVERITY_NAMES, type Severity } from '../../shared/severity.ts';
import { fieldTitle } from '../../templates/form.ts';
import { formById } from '../../templates/forms.ts';
import { printable } from '../printable.ts';

type Style = Parameters<typeof styleText>[0];

/** Colours only where a terminal shows them. */
const paint = (style: Style, text: string): string =>
  styleText(style, text, { stream: process.stdout });

/** A line on standard output; escape what a file says with `printable` before. */
export const print = (line = ''): void => {
  process.stdout.write(`${line}\n`);
};

/** A line on stderr for each of several files, so that standard output stays clean. */
export function progress(index: number, of: number, name: string): void {
  if (of > 1) process.stderr.write(`[${index}/${of}] ${printable(name)}\n`);
}

/** A severity in words, so that it can be told apart in black and white. */
export const severityWord = (severity: Severity): string => `［${SEVERITY_NAMES[severity].zh}］`;

const SEVERITY_STYLES: Readonly<Record<Severity, Style>> = {
  error: 'red',
  warning: 'yellow',
  hint: 'gray',
};

/** The findings of a file for people: worst first, each with its cell, project and remedy. */
export function printReport(report: FindingsReport): void {
  print(paint('bold', printable(report.file)));
  print(`  ${describe(report)}`);
  for (const severity of SEVERITIES) {
    for (const finding of report.findings.filter((found) => found.severity === severity)) {
      printFinding(finding, report.form);
    }
  }
  print(`  ${verdict(report)}`);
  print();
}

function printFinding(finding: ReportedFinding, form: string | null): void {
  const { at, severity, message, suggestion } = finding;
  const cell = at.cell === null ? (at.sheet ?? '整个文件') : `${at.sheet}!${at.cell}`;
  const project =
    at.serial === null && at.project === null ? '' : ` 序号${at.serial ?? '—'} ${at.project ?? ''}`;
  const column = columnTitle(form, at.field);
  const place = printable(`${cell}${project}${column === '' ? '' : ` · ${column}`}`);
  print(`  ${paint(SEVERITY_STYLES[severity], severityWord(severity))} ${paint('bold', place)}`);
  print(`      ${printable(message.zh)}`);
  print(paint('dim', `      ${printable(message.en)}`));
  if (suggestion !== undefined)
    print(`      建议值 suggested: ${paint('green', printable(suggestion))}`);
}

function columnTitle(form: string | null, field: string | null): string {
  const definition = form === null ? undefined : formById(form);
  return definition === undefined || field === null ? '' : fieldTitle(definition, field).zh;
}

function describe({ form, period, unit, rows }: FindingsReport): string {
  if (form === null) return '没有读到自评表 / no table was read';
  return `表式 ${form} · 年度 ${period ?? '—'} · 单位 ${unit ?? '—'} · ${rows} 个项目`;
}

function verdict({ errors, warnings, hints }: FindingsReport): string {
  const counts = `错误 ${errors}，警告 ${warnings}，提示 ${hints}`;
  return errors > 0
    ? paint('red', `校验未通过：${counts} / returned`)
    : paint('green', `校验通过：${counts} / passed`);
}

/** One line on what became of a file, and one for each output written. */
export function printVerdict(report: FindingsReport, written: readonly string[]): void {
  print(paint('bold', printable(report.file)));
  print(`  ${describe(report)}`);
  print(`  ${verdict(report)}`);
  for (const file of written) print(`  → ${printable(file)}`);
}
