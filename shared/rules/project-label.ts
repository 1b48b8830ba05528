import type { Row } from '../rows/row.ts';

/** How a message names another project: by its 序号, else by its row in the sheet. */
export const rowLabel = (row: Row): { readonly zh: string; readonly en: string } => {
  const serial = row.entries['serial']?.text ?? '';
  return serial === ''
    ? { zh: `第 ${row.number} 行`, en: `row ${row.number}` }
    : { zh: `序号${serial}`, en: `No. ${serial}` };
};
