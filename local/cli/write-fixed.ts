import { correctTable } from '../../shared/correct.ts';
import { feedbackTable } from '../../shared/sheets/feedback-table.ts';
import { officialTableSheet } from '../../shared/sheets/official-table.ts';
import { writeWorkbook } from '../../shared/sheets/write-workbook.ts';
import type { JudgedFile } from './judge-file.ts';
import { writeOutput } from './write-output.ts';

/**
 * Writes the file's table anew in the official layout, with its wrong rates mended; gives a line for
 * each mended cell. A file without a table has nothing to mend, and nothing is written.
 */
export async function writeFixed(
  { file, judgement }: JudgedFile,
  out: string,
): Promise<readonly string[]> {
  if (judgement.table === null) return [`${file}：没有读到自评表，未写 ${out} / nothing to mend`];
  const { table, settled } = correctTable(judgement.table, judgement.findings);
  const bytes = await writeWorkbook({
    title: table.title?.text ?? '',
    sheets: [officialTableSheet(feedbackTable(table, []).official)],
  });
  writeOutput(out, bytes);
  return [
    ...settled.map(
      ({ at, params, suggestion }) =>
        `已改 mended ${at.cell}（序号${at.serial}）：${params['stated']} → ${suggestion}`,
    ),
    `已按官方表式重新写出 wrote ${out}：改了 ${settled.length} 处，其余各格照填；封面、公式、批注、合计行和表下说明不带入 / ${settled.length} cells mended; cover, formulas, comments and notes are not carried over`,
  ];
}
