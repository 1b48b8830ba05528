import { readFileSync, writeFileSync } from 'node:fs';
import { performance } from 'node:perf_hooks';
import process from 'node:process';
import { pathToFileURL } from 'node:url';
import { deserialize } from 'node:v8';
import { layOutReport } from '../shared/layout/lay-out-report.ts';
import { paintReport } from '../shared/paint/paint-report.ts';
import type { RecordSet } from '../shared/records/record.ts';
import { bundledPlaces, loadFonts } from '../templates/fonts/load-fonts.ts';
import { longgang2021 } from '../templates/longgang-2021/form.ts';

/*
 * print-once.ts RECORDS FONTS [OUT.pdf]: prints the records, as v8 serialised them, once in this fresh
 * process with the fonts of a folder, and says as JSON what it took.
 */

const [records = '', fontFolder = '', out] = process.argv.slice(2);
const recordSet = deserialize(readFileSync(records)) as RecordSet;
const start = performance.now();
const fonts = loadFonts(bundledPlaces(pathToFileURL(`${fontFolder}/`)));
const report = await paintReport(layOutReport(recordSet, longgang2021, fonts.metrics), fonts);
const milliseconds = performance.now() - start;
// MiB that this process held at most.
const peak = process.resourceUsage().maxRSS / 1024;
if (out !== undefined) writeFileSync(out, report);
process.stdout.write(JSON.stringify({ milliseconds, peak, bytes: report.length }));
