import type { Change } from '../../shared/correct.ts';
import type { Judgement } from '../../shared/judge.ts';
import type { Table } from '../../shared/rows/row.ts';
import { correctedWorkbook } from '../../shared/sheets/corrected.ts';
import { feedbackWorkbook } from '../../shared/sheets/feedback.ts';
import { writeWorkbook } from '../../shared/sheets/write-workbook.ts';
import { leaves } from '../../templates/form.ts';
import type { MadeFile } from './messages.ts';

/** The table as it was in the file, and as it is now with its findings. */
export interface Mended {
  readonly fileName: string;
  readonly original: Table;
  readonly table: Table;
  readonly judgement: Pick<Judgement, 'findings' | 'period'>;
}

/** The mended table in the official layout, with a list of every changed cell. */
export async function correctedFile({ fileName, original, table }: Mended): Promise<MadeFile> {
  const correction = { table, changes: changesBetween(original, table) };
  const model = correctedWorkbook({ correction, fileName });
  return { name: `${stem(fileName)}（改正稿）.xlsx`, bytes: await written(model) };
}

/** The mended table with what is still found in it, and what was explained; it can be sent as it is. */
export async function feedbackFile({ fileName, table, judgement }: Mended): Promise<MadeFile> {
  const { findings, period } = judgement;
  const model = feedbackWorkbook({ table, findings, fileName, period });
  return { name: `${stem(fileName)}（反馈表）.xlsx`, bytes: await written(model) };
}

const written = async (model: Parameters<typeof writeWorkbook>[0]) =>
  new Uint8Array(await writeWorkbook(model));

/** The file's name without its ending. */
const stem = (fileName: string): string => fileName.replace(/\.[^.]{1,5}$/, '');

/** Every cell that is typed differently now, in reading order. */
export function changesBetween(original: Table, table: Table): readonly Change[] {
  const now = new Map(table.rows.map((row) => [row.number, row]));
  return original.rows.flatMap((row) =>
    leaves(table.form.columns).flatMap(({ field }): Change[] => {
      const before = row.entries[field]?.text ?? '';
      const after = now.get(row.number)?.entries[field]?.text;
      return after === undefined || after === before
        ? []
        : [{ kind: 'own', row, field, before, after }];
    }),
  );
}
