import { execFileSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import process from 'node:process';
import { fileURLToPath } from 'node:url';
import { getDocument } from 'pdfjs-dist/legacy/build/pdf.mjs';
import type { RecordSet } from '../../shared/records/record.ts';
import { bundlePrinter } from '../bundle-printer.ts';
import { median } from '../measure.ts';
import { haveJavaScriptPeers, pythonOfPeers } from '../peers.ts';
import { repeated } from '../repeated.ts';
import { type Printer, printers } from './printers.ts';

/** What one printer took for a table, in a fresh process, and what came of it. */
export interface PrinterTiming {
  readonly printer: string;
  readonly rows: number;
  /** Null where it is not there or did not come to an end. */
  readonly took: {
    readonly seconds: number;
    /** Of its largest process. */
    readonly peakMiB: number;
    readonly bytes: number;
    readonly pages: number;
    readonly isTagged: boolean;
  } | null;
}

const RUN_CHILD = fileURLToPath(new URL('run_child.py', import.meta.url));

/** Rows, and fresh processes of which the median counts. */
const SIZES = [
  [26, 5],
  [1_000, 3],
] as const;

/** Our report beside what others print of the same table, each in fresh processes. */
export async function timePrinters(
  sample: RecordSet,
  say: (line: string) => void,
): Promise<readonly PrinterTiming[]> {
  const folder = mkdtempSync(path.join(tmpdir(), 'jixiao-printers-'));
  const timings: PrinterTiming[] = [];
  try {
    await bundlePrinter(folder);
    haveJavaScriptPeers();
    for (const [rows, runs] of SIZES) {
      const title = `report of ${rows.toLocaleString('en')} rows, fresh process`;
      const columns = ['seconds', 'peak MiB', 'KB', 'pages', 'tagged'];
      say(`\n${title.padEnd(46)}${columns.map((one) => one.padStart(10)).join('')}`);
      for (const printer of printers(folder, pythonOfPeers())) {
        const took = await timePrinter(printer, repeated(sample, rows), runs, folder);
        timings.push({ printer: printer.name, rows, took });
        say(lineOf(printer.name, took));
      }
    }
  } finally {
    rmSync(folder, { recursive: true });
  }
  return timings;
}

async function timePrinter(
  printer: Printer,
  records: RecordSet,
  runs: number,
  folder: string,
): Promise<PrinterTiming['took']> {
  const command = printer.prepare(records, folder);
  const file = path.join(folder, printer.file);
  try {
    const took = Array.from({ length: runs }, () => {
      rmSync(file, { force: true });
      const told = execFileSync('python3', [RUN_CHILD, ...command], { stdio: 'pipe' });
      return JSON.parse(told.toString()) as { seconds: number; peakMiB: number };
    });
    return {
      seconds: median(took.map(({ seconds }) => seconds)),
      peakMiB: median(took.map(({ peakMiB }) => peakMiB)),
      ...(await lookAt(readFileSync(file))),
    };
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error);
    process.stderr.write(`\n*** NOT MEASURED: ${printer.name}: ${reason}\n\n`);
    return null;
  }
}

async function lookAt(bytes: Uint8Array) {
  const opening = getDocument({ data: new Uint8Array(bytes), verbosity: 0 });
  const document = await opening.promise;
  // A Map, whatever its type says.
  const marks = (await document.getMarkInfo()) as unknown as ReadonlyMap<string, boolean> | null;
  const seen = { pages: document.numPages, isTagged: marks?.get('Marked') === true };
  await opening.destroy();
  return { bytes: bytes.length, ...seen };
}

function lineOf(name: string, took: PrinterTiming['took']): string {
  if (took === null) return `${name.padEnd(46)}  not measured`;
  const { seconds, peakMiB, bytes, pages, isTagged } = took;
  const figures = [
    seconds.toFixed(2),
    peakMiB.toFixed(0),
    Math.round(bytes / 1000).toLocaleString('en'),
    String(pages),
    isTagged ? 'yes' : 'no',
  ];
  return name.padEnd(46) + figures.map((one) => one.padStart(10)).join('');
}
