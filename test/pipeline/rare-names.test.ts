import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import exceljs from 'exceljs';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { liveJudge } from '../../functions/intake/live-judge.ts';
import { fontPrinter } from '../../functions/render/printer.ts';
import { readWorkbook } from '../../shared/cells/read-workbook.ts';
import type { FindingsReport } from '../../shared/findings-report.ts';
import { intake, render } from '../../shared/pipeline.ts';
import type { OutputFile } from '../../shared/ports.ts';
import { sha256 } from '../../shared/sha256.ts';
import { type FontPlaces, sourcePlaces } from '../../templates/fonts/load-fonts.ts';
import { openOwnFonts } from '../../templates/fonts/own-fonts.ts';
import { makeFont } from '../make-font.ts';
import { makeWorld } from '../memory-ports.ts';
import { RARE_NAMES, UNPRINTABLE } from '../rare-names.ts';
import { readPdf } from '../read-pdf.ts';

/* A workbook with rare names through the real reader, rules and report, and back out of the PDF. */

const SAMPLE = new URL(
  '../../templates/samples/2021/LG-FGJ/2021年度部门预算项目绩效自评表.xlsx',
  import.meta.url,
);
const REPORT = 'submissions/2021/LG-FGJ/0001/report.pdf';

const folder = mkdtempSync(path.join(tmpdir(), 'jixiao-rare-'));
afterAll(() => rmSync(folder, { recursive: true }));

/** The fonts with one of an operator's that has what ours lack. */
let withOwn: FontPlaces;
beforeAll(async () => {
  const font = await makeFont({ name: 'ExtensionB', glyphs: { [UNPRINTABLE]: '龍' } });
  writeFileSync(path.join(folder, 'b.ttf'), font);
  writeFileSync(path.join(folder, 'fonts.json'), '{"extra": ["b.ttf"]}');
  withOwn = sourcePlaces(openOwnFonts(folder));
});

/** The published table with another name for a project, and the cell it stands in. */
async function tableWith(projectName: string) {
  const workbook = new exceljs.Workbook();
  await workbook.xlsx.load(new Uint8Array(readFileSync(SAMPLE)).buffer);
  let cell = '';
  workbook.eachSheet((sheet) =>
    sheet.eachRow((row) =>
      row.eachCell((one) => {
        if (one.text !== '粮食储备费用') return;
        one.value = projectName;
        cell = one.address;
      }),
    ),
  );
  return { cell, bytes: new Uint8Array(await workbook.xlsx.writeBuffer()) };
}

/** Sends a file through intake and render with one and the same stack of fonts. */
async function send(bytes: Uint8Array, places: FontPlaces) {
  const world = await makeWorld();
  const written = new Map<string, { bytes: Uint8Array; file: OutputFile }>();
  const ports = {
    ...world.ports,
    reader: { read: readWorkbook },
    judge: liveJudge(places),
    printer: fontPrinter(places),
    outputs: {
      ...world.ports.outputs,
      writeOutput: async (key: string, content: Uint8Array, file: OutputFile) => {
        written.set(key, { bytes: content, file });
      },
    },
  };
  const upload = await intake(world.send(bytes), ports);
  const first = { period: '2021', submitter: 'LG-FGJ', revision: 1 };
  if (upload.status === 'accepted') await render(first, ports);
  return { upload, written, revision: await ports.submissions.revision(first) };
}

test('rare names are accepted, printed, and read back as they were typed', async () => {
  const { upload, written, revision } = await send(
    (await tableWith(RARE_NAMES)).bytes,
    sourcePlaces(),
  );
  expect(upload).toMatchObject({ status: 'accepted', outcome: { counts: { errors: 0 } } });
  const report = written.get(REPORT);
  const { texts } = await readPdf(report?.bytes ?? new Uint8Array());
  const joined = texts.map(({ text }) => text).join('');
  for (const name of RARE_NAMES.split('，')) expect(joined).toContain(name);
  // What the receipt states is what lies in the bucket, under the name of the official title.
  expect(revision?.report).toMatchObject({ state: 'ready', file: REPORT });
  expect(revision?.report.sha256).toBe(sha256(report?.bytes ?? ''));
  expect(report?.file.downloadName).toBe(
    '附件2 2021年度深圳市龙岗区发展和改革局部门预算项目绩效自评表.pdf',
  );
});

test('a character of no font is told in intake, with its cell and code', async () => {
  const { bytes, cell } = await tableWith(`甲${UNPRINTABLE}乙`);
  const { upload, written } = await send(bytes, sourcePlaces());
  expect(upload.status).toBe('returned');
  const file = written.get('submissions/2021/LG-FGJ/0001/findings.json')?.bytes;
  const { findings } = JSON.parse(new TextDecoder().decode(file)) as FindingsReport;
  expect(findings.filter(({ severity }) => severity === 'error')).toMatchObject([
    { rule: 'characters-printable', at: { cell }, params: { characters: '𪚥（U+2A6A5）' } },
  ]);
  expect(written.has(REPORT)).toBe(false);
});

test('with a font of the operator that has it, the same file is accepted and printed', async () => {
  const { bytes } = await tableWith(`甲${UNPRINTABLE}乙`);
  const { upload, written } = await send(bytes, withOwn);
  expect(upload.status).toBe('accepted');
  const { texts } = await readPdf(written.get(REPORT)?.bytes ?? new Uint8Array());
  expect(texts.map(({ text }) => text).join('')).toContain(`甲${UNPRINTABLE}乙`);
});

test('another stack is another version of the judge: what was refused may be sent again', () => {
  expect(liveJudge(withOwn).version).not.toBe(liveJudge(sourcePlaces()).version);
});
