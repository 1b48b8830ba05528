import path from 'node:path';
import { correctTable } from '../../shared/correct.ts';
import { correctedWorkbook } from '../../shared/sheets/corrected.ts';
import { writeWorkbook } from '../../shared/sheets/write-workbook.ts';
import type { JudgedFile } from './judge-file.ts';
import { writeOutput } from './write-output.ts';

/**
 * Writes the file's table anew in the official layout, with its wrong rates and the notation of its
 * figures mended; gives a line for each mended cell. A file without a table has nothing to mend, and
 * nothing is written.
 */
export async function writeCorrected(
  { file, judgement }: JudgedFile,
  out: string,
): Promise<readonly string[]> {
  const { table, findings } = judgement;
  if (table === null) return [`${file}：没有读到自评表，未写 ${out} / nothing to mend`];
  const correction = correctTable(table, findings);
  const { changes } = correction;
  const model = correctedWorkbook({ correction, fileName: path.basename(file) });
  writeOutput(out, await writeWorkbook(model));
  return [
    ...changes.map(({ row, field, before, after }) => {
      const { at } = row.entries[field] ?? {};
      return `已改 mended ${at?.cell}（序号${row.entries['serial']?.text}）：${before} → ${after}`;
    }),
    changes.length === 0
      ? `没有可以代改的：只代改判错的执行率和数字写法，其余请自己改。已照填写出 wrote ${out}；封面、公式和批注不带入 / nothing mended: only rates in error and the notation of figures are; cover, formulas and comments are not carried over`
      : `已按官方表式重新写出 wrote ${out}：改了 ${changes.length} 处，见其中“改动清单”页；其余各格照填，封面、公式和批注不带入 / ${changes.length} cells mended, listed in the file; cover, formulas and comments are not carried over`,
  ];
}
