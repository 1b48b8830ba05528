import process from 'node:process';
import { styleText } from 'node:util';
import type {
  FindingsReport,
  ReportedFinding,
  ReportedLine,
} from '../../shared/findings-report.ts';
import { SECTION_NAMES, SECTIONS, type Section } from '../../shared/rules/finding-lines.ts';
import { commonField } from '../../shared/rules/told-together.ts';
import { SEVERITY_NAMES, type Severity } from '../../shared/severity.ts';
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

/** A line on stderr, and the exit code that says that something was not as it should be. */
export function told(message: string): 1 {
  process.stderr.write(`${printable(message)}\n`);
  return 1;
}

/** A line on stderr for each of several files, so that standard output stays clean. */
export function progress(index: number, of: number, name: string): void {
  if (of > 1) process.stderr.write(`[${index}/${of}] ${printable(name)}\n`);
}

/** What was typed with line breaks, in one line. */
const onOneLine = (text: string): string => printable(text.replace(/\s*\n\s*/gu, ' '));

/** A severity in words, so that it can be told apart in black and white. */
export const severityWord = (severity: Severity): string => `［${SEVERITY_NAMES[severity].zh}］`;

const SEVERITY_STYLES: Readonly<Record<Severity, Style>> = {
  error: 'red',
  warning: 'yellow',
  hint: 'gray',
};

/**
 * The findings of a file for people: by section, what concerns several projects in one line, hints
 * folded; or, with `all`, every single finding.
 */
export function printReport(report: FindingsReport, { all }: { readonly all: boolean }): void {
  print(paint('bold', printable(report.file)));
  print(`  ${describe(report)}`);
  for (const section of SECTIONS) {
    const lines = report.lines.filter((line) => line.section === section);
    if (lines.length > 0) printSection(section, lines, report, all);
  }
  print(`  ${verdict(report)}`);
  print();
}

function printSection(
  section: Section,
  lines: readonly ReportedLine[],
  report: FindingsReport,
  all: boolean,
): void {
  const folded = all ? 0 : lines.filter(({ open }) => !open).length;
  const { zh, en } = SECTION_NAMES[section];
  const more = `，已折叠 ${folded} 条，加 --all 全部列出 / ${folded} folded, see --all`;
  print(paint('bold', `  ${zh} ${en}：${lines.length} 条${folded === 0 ? '' : more}`));
  for (const line of lines.filter(({ open }) => open || all)) {
    const findings = findingsOf(line, report);
    if (!all || findings.length === 1) printLine(line, placeOf(findings, report.form));
    else for (const finding of findings) printLine(finding, placeOf([finding], report.form));
  }
}

const findingsOf = (line: ReportedLine, { findings }: FindingsReport): readonly ReportedFinding[] =>
  line.findings.flatMap((index) => findings[index] ?? []);

/** Where a line points: the cell, its project and column; the first of several, and how many. */
function placeOf(findings: readonly ReportedFinding[], form: string | null): string {
  const [first] = findings;
  if (first === undefined) return '';
  const { at } = first;
  const cell = at.cell === null ? (at.sheet ?? '整个文件') : `${at.sheet}!${at.cell}`;
  const column = columnTitle(form, commonField(findings));
  const title = column === '' ? '' : ` · ${column}`;
  if (findings.length > 1) return `${cell} 等 ${findings.length} 处${title}`;
  const project =
    at.serial === null && at.project === null
      ? ''
      : ` 序号${at.serial ?? '—'}${at.project === null ? '' : ` ${at.project}`}`;
  return `${cell}${project}${title}`;
}

function printLine(line: ReportedFinding | ReportedLine, place: string): void {
  const { severity, gate, message, suggestion } = line;
  const [style, word] = [SEVERITY_STYLES[severity], gate ? '［签认］' : severityWord(severity)];
  print(`  ${paint(style, word)} ${paint('bold', onOneLine(place))}`);
  print(`      ${onOneLine(message.zh)}`);
  print(paint('dim', `      ${onOneLine(message.en)}`));
  if (suggestion !== undefined)
    print(`      建议值 suggested: ${paint('green', onOneLine(suggestion))}`);
  if (!('findings' in line)) return;
  const { readings, explanation } = line;
  if (readings !== undefined)
    print(`      两种改法 either: ${printable(readings.zh.replaceAll('\n', '；'))}`);
  if (explanation !== undefined) print(`      单位说明 explained: ${onOneLine(explanation)}`);
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
  const counts = `错误 ${errors} 处，警告 ${warnings} 处，提示 ${hints} 处`;
  return errors > 0
    ? paint('red', `校验未通过：${counts} / returned`)
    : paint('green', `校验通过：${counts} / passed`);
}

/** After several files: how many passed, and by name which are to be mended. */
export function printTally(reports: readonly FindingsReport[]): void {
  if (reports.length < 2) return;
  const returned = reports.filter(({ errors }) => errors > 0);
  const passed = reports.length - returned.length;
  const counts = `共 ${reports.length} 个文件：通过 ${passed} 个，未通过 ${returned.length} 个`;
  const colon = returned.length === 0 ? '' : '：';
  print(paint('bold', `${counts} / ${passed} passed, ${returned.length} returned${colon}`));
  for (const { file, errors } of returned) print(`  ${printable(file)}（错误 ${errors} 处）`);
}

/** One line on what became of a file, and one for each output written. */
export function printVerdict(report: FindingsReport, written: readonly string[]): void {
  print(paint('bold', printable(report.file)));
  print(`  ${describe(report)}`);
  print(`  ${verdict(report)}`);
  for (const file of written) print(`  → ${printable(file)}`);
}
