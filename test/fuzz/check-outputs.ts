import { findingsReport } from '../../shared/findings-report.ts';
import type { Judgement } from '../../shared/judge.ts';
import { feedbackWorkbook } from '../../shared/sheets/feedback.ts';
import type { CellModel, SheetModel } from '../../shared/sheets/workbook-model.ts';

/** Excel's own limits. */
const MOST_CHARACTERS = 32_767;
const TALLEST_ROW = 409.5;

const FILE = '自评表.xlsx';

/** What is wrong with what would be given out on a file: the report of findings and the feedback. */
export function outputProblems(judgement: Judgement): readonly string[] {
  const report = findingsReport(FILE, judgement);
  const printed = JSON.parse(JSON.stringify(report)) as typeof report;
  const problems = printed.findings.flatMap(({ rule, message }) =>
    Object.entries(message).flatMap(([language, text]) =>
      text.trim() === '' || /undefined|\[object /.test(text)
        ? [`${rule} says “${text}” (${language})`]
        : [],
    ),
  );
  if (judgement.table === null) return problems;
  const { table, findings, period } = judgement;
  const { sheets } = feedbackWorkbook({ table, findings, fileName: FILE, period });
  return [...problems, ...sheets.flatMap(sheetProblems)];
}

function sheetProblems(sheet: SheetModel): readonly string[] {
  return sheet.rows.flatMap(({ height, cells }, index) => [
    ...(height !== null && !(height > 0 && height <= TALLEST_ROW)
      ? [`row ${index + 1} of ${sheet.name} is ${height} pt tall`]
      : []),
    ...cells.flatMap(modelProblems),
  ]);
}

function modelProblems({ content, note }: CellModel): readonly string[] {
  const texts = [note ?? '', content.kind === 'text' ? content.text : ''];
  if (texts.some((text) => text.length > MOST_CHARACTERS)) return ['a text that Excel cannot hold'];
  if (content.kind === 'number' && !Number.isFinite(content.number))
    return [`a number ${content.number}`];
  if (
    content.kind === 'formula' &&
    !/^(?:HYPERLINK|SUM|IF|ROUND|SUBTOTAL)\(/.test(content.formula)
  ) {
    return [`a formula ${content.formula.slice(0, 40)}`];
  }
  return [];
}
