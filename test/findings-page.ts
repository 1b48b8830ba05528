import type { FindingsReport, ReportedLine } from '../shared/findings-report.ts';
import { SECTION_NAMES, SECTIONS } from '../shared/rules/finding-lines.ts';

/** Places told of a line; one that hits the whole table would only repeat it. */
const MOST_PLACES = 30;

/**
 * The findings of a file as a page to be read: how many lines each section has, then the lines as the
 * unit sees them, each with all its cells as 序号 and cell.
 */
export const findingsPage = (report: FindingsReport): string =>
  [
    `# ${report.file}`,
    `表式 ${report.form}，年度 ${report.period}，单位 ${report.unit}，${report.rows} 个项目。` +
      `错误 ${report.errors}、警告 ${report.warnings}、提示 ${report.hints}、签认 ${report.findings.filter(({ gate }) => gate === true).length} 处。`,
    ...SECTIONS.flatMap((section) => {
      const lines = report.lines.filter((line) => line.section === section);
      return [
        `## ${SECTION_NAMES[section].zh}：${lines.length} 条`,
        ...lines.map((line) => lineText(line, report)),
      ];
    }),
  ].join('\n\n');

function lineText(line: ReportedLine, { findings }: FindingsReport): string {
  const places = line.findings.flatMap((index) => {
    const { serial, cell } = findings[index]?.at ?? {};
    return `${serial ?? '—'} ${cell ?? '—'}`;
  });
  const more = places.length > MOST_PLACES ? ` … 共 ${places.length} 处` : '';
  return [
    `- **${line.rule}** ${places.slice(0, MOST_PLACES).join('、')}${more}${line.open ? '' : '（折叠）'}`,
    `  ${line.message.zh.replaceAll('\n', '\n  ')}`,
    `  ${line.message.en.replaceAll('\n', '\n  ')}`,
    ...(line.suggestion === undefined ? [] : [`  建议值：${line.suggestion}`]),
    ...(line.readings === undefined
      ? []
      : [`  两种改法：${line.readings.zh.replaceAll('\n', '；')}`]),
  ].join('\n');
}
