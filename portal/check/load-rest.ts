import { DEFAULT_LIMITS } from '../../shared/cells/limits.ts';
import { readByVendor } from '../../shared/cells/vendor/read-by-vendor.ts';
import { WorkbookPacker } from '../../shared/cells/workbook-packer.ts';
import { writeWorkbook } from '../../shared/sheets/write-workbook.ts';
import './workbooks.ts';

/**
 * Loads what reads old formats and what writes workbooks, by asking each for nothing: once the page is
 * open it works without a network. Without one already, whoever needs them is told then.
 */
export async function loadRest(): Promise<void> {
  const packer = new WorkbookPacker(DEFAULT_LIMITS);
  await readByVendor(new Uint8Array(), 'xls', packer).catch(() => undefined);
  await writeWorkbook({ title: '', sheets: [] }).catch(() => undefined);
}
