import { writeFileSync } from 'node:fs';
import path from 'node:path';
import process from 'node:process';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { serialize } from 'node:v8';
import type { RecordSet } from '../../shared/records/record.ts';
import { sampleBytes } from '../judged.ts';
import { longWorkbook } from '../long-table.ts';
import { pageOf } from './page.ts';
import { peerTable } from './peer-table.ts';

/** A program that prints the table, as whoever uses it would have it do so. */
export interface Printer {
  readonly name: string;
  /** Lays out what the printer reads in a folder; returns the command that writes the PDF there. */
  readonly prepare: (records: RecordSet, folder: string) => readonly string[];
  /** Where its PDF lies in the folder. */
  readonly file: string;
}

const at = (name: string): string => fileURLToPath(new URL(name, import.meta.url));
const FONTS = at('../../templates/fonts');

/** The bundle that `bundlePrinter` made, with its fonts. */
const ours = (bundle: string): Printer => ({
  name: 'ours, PDF/A-3a and PDF/UA-1, data attached',
  file: 'ours.pdf',
  prepare(records, folder) {
    writeFileSync(path.join(folder, 'records'), serialize(records));
    const [file, fonts] = [path.join(folder, 'records'), path.join(bundle, 'fonts')];
    const script = path.join(bundle, 'print-once.mjs');
    return [process.execPath, script, file, fonts, path.join(folder, 'ours.pdf')];
  },
});

const typst = (python: string): Printer => ({
  name: 'typst',
  file: 'typst.pdf',
  prepare(records, folder) {
    const data = written(folder, 'typst.json', JSON.stringify(peerTable(records)));
    const script = at('print_with_typst.py');
    return [python, script, at('table.typ'), data, FONTS, path.join(folder, 'typst.pdf')];
  },
});

const PDFMAKE: Printer = {
  name: 'pdfmake',
  file: 'pdfmake.pdf',
  prepare(records, folder) {
    const data = written(folder, 'pdfmake.json', JSON.stringify(peerTable(records)));
    const script = at('print-with-pdfmake.mjs');
    return [process.execPath, script, data, FONTS, path.join(folder, 'pdfmake.pdf')];
  },
};

const CHROMIUM: Printer = {
  name: 'Chromium, print to PDF',
  file: 'chromium.pdf',
  prepare(records, folder) {
    const font = pathToFileURL(path.join(FONTS, 'NotoSerifSC-Regular.core.ttf')).href;
    const page = written(folder, 'table.html', pageOf(peerTable(records), font));
    return [
      ...['chromium', '--headless', '--no-sandbox', '--disable-gpu', '--no-pdf-header-footer'],
      ...['--disable-background-networking', '--disable-component-update', '--no-first-run'],
      ...[`--user-data-dir=${path.join(folder, 'chromium')}`],
      ...[`--print-to-pdf=${path.join(folder, 'chromium.pdf')}`, pathToFileURL(page).href],
    ];
  },
};

/** What an office does today: the workbook itself, printed. */
const LIBREOFFICE: Printer = {
  name: 'LibreOffice, from the workbook',
  file: 'table.pdf',
  prepare({ records }, folder) {
    const workbook = path.join(folder, 'table.xlsx');
    writeFileSync(workbook, longWorkbook(sampleBytes(), records.length));
    return [
      ...['soffice', '--headless', `-env:UserInstallation=${pathToFileURL(folder).href}/office`],
      ...['--convert-to', 'pdf', '--outdir', folder, workbook],
    ];
  },
};

/** Ours first, then those of others; typst only where there is a Python that has it. */
export const printers = (bundle: string, python: string | undefined): readonly Printer[] => [
  ours(bundle),
  ...(python === undefined ? [] : [typst(python)]),
  PDFMAKE,
  CHROMIUM,
  LIBREOFFICE,
];

function written(folder: string, name: string, text: string): string {
  writeFileSync(path.join(folder, name), text);
  return path.join(folder, name);
}
