import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { layOutReport } from '../../shared/layout/lay-out-report.ts';
import { paintReport } from '../../shared/paint/paint-report.ts';
import { loadFonts } from '../../templates/fonts/load-fonts.ts';
import { type Sample, sample2020, sample2021 } from '../sample-records.ts';
import { type GreyPage, picturesOf } from './poppler.ts';

/** Name of a picture → the report whose first page it shows. */
export const PICTURED: Readonly<Record<string, Sample>> = {
  'longgang-2020': sample2020(),
  'longgang-2021': sample2021(),
};

/** Where the picture of a report is kept. */
export const pictureFile = (name: string): string =>
  fileURLToPath(new URL(`../golden/pictures/${name}.png`, import.meta.url));

/** 72 dots an inch. */
const DOTS_A_POINT = 1;

/** The first page of a sample's report as it prints today. */
export async function firstPage({ recordSet, form }: Sample, draft = false): Promise<GreyPage> {
  const folder = mkdtempSync(path.join(tmpdir(), 'jixiao-pictures-'));
  try {
    const fonts = loadFonts();
    const file = path.join(folder, 'report.pdf');
    const pages = layOutReport(recordSet, form, fonts.metrics, { draft });
    writeFileSync(file, await paintReport(pages, fonts));
    const [page] = await picturesOf(file, DOTS_A_POINT);
    if (page === undefined) throw new Error('the report has no page');
    return page;
  } finally {
    rmSync(folder, { recursive: true });
  }
}
