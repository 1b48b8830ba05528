import { strFromU8, unzipSync } from 'fflate';
import { beforeEach, expect, test } from 'vitest';
import { fontPrinter } from '../../functions/render/printer.ts';
import { workbooks } from '../../functions/workbooks.ts';
import { collected } from '../../shared/byte-pieces.ts';
import type { Sheet } from '../../shared/cells/cell.ts';
import { readWorkbook } from '../../shared/cells/read-workbook.ts';
import { OFFICIAL_SHEET } from '../../shared/sheets/official-table.ts';
import { sourcePlaces } from '../../templates/fonts/load-fonts.ts';
import { GOOD_ROW, sheetOf, sheetOfLines, stackSheets, typeInto } from '../make-sheet.ts';
import { type AllPorts, deliverAll, makeWorld, type World } from '../memory-ports.ts';
import { readPdf } from '../read-pdf.ts';

/*
 * Who filled in a table is kept with its upload, and stands in nothing that leaves the system but the
 * unit's own table in its feedback and corrected copy.
 */

const SECRETS = ['张三丰', '李莫愁', '0755-28906666', '王重阳', '2022年1月5日', '黄药师'];

/** A table that names people in every place a clerk finds for them. */
function signed(row: typeof GOOD_ROW): Sheet {
  const table = sheetOf([row, { serial: '合计', budgetTotal: 36 }], {
    submitter: '深圳市龙岗区发展和改革局 填报人：黄药师 单位：万元',
    unitLine: '',
  });
  typeInto(table, 3, 34, '联系人：王重阳');
  typeInto(table, 6, 34, '王重阳');
  const lines = [
    '填表人：张三丰 审核人：李莫愁|||联系电话：0755-28906666',
    '单位负责人（签字）：|王重阳||填报日期：|2022年1月5日|电话|0755-28906666',
    '注：有疑问请联系张三丰，电话 0755-28906666',
  ];
  return stackSheets(table, sheetOfLines(lines));
}

let world: World;
const written = new Map<string, Uint8Array>();

beforeEach(async () => {
  written.clear();
  world = await makeWorld();
});

/** Ports with the product's own workbooks and reports, whose reader finds this sheet in any file. */
const portsFor = (sheet: Sheet): AllPorts => ({
  ...world.ports,
  reader: { read: async () => ({ ok: true, sheets: [sheet] }) },
  workbooks,
  printer: fontPrinter(sourcePlaces()),
  outputs: {
    ...world.ports.outputs,
    writeOutput: async (key, bytes) => void written.set(key, bytes),
    streamOutput: async (key, pieces) => void written.set(key, await collected(pieces)),
    copyOutput: async (from, to) => void written.set(to, written.get(from)!),
    readOutput: async (key) => written.get(key)!,
  },
});

/** Everything a reader of an output can find in it. */
async function textOf(key: string, bytes: Uint8Array): Promise<string> {
  if (key.endsWith('.xlsx'))
    return Object.values(unzipSync(bytes))
      .map((part) => strFromU8(part))
      .join();
  if (!key.endsWith('.pdf')) return strFromU8(bytes);
  const { texts, title } = await readPdf(bytes);
  return [title, ...texts.map(({ text }) => text)].join('') + strFromU8(bytes, true);
}

/** The workbooks that are the unit's own table, to be mended or sent again: signatures stay in it. */
const isOwnTable = (key: string): boolean => /\/(?:feedback|corrected)\.xlsx$/.test(key);

/** In a workbook of the unit's own they stand below the table, and in no other sheet. */
async function expectOnlyBelowTable(bytes: Uint8Array): Promise<void> {
  const read = await readWorkbook(bytes);
  if (!read.ok) throw new Error('no workbook');
  const others = read.sheets.filter(({ name }) => name !== OFFICIAL_SHEET);
  expect(others).toHaveLength(read.sheets.length - 1);
  expect(SECRETS.filter((secret) => JSON.stringify(others.map(textsIn)).includes(secret))).toEqual(
    [],
  );
}

const textsIn = ({ rows }: Sheet): readonly string[] =>
  [...rows.values()].flatMap((row) => [...row.values()].map(({ text }) => text));

async function expectKeptPrivate(): Promise<void> {
  const { uploads, ...others } = world.tables;
  const stored = JSON.stringify(Object.values(others).map((items) => [...items]));
  const elsewhere = [...written].filter(([key]) => !isOwnTable(key));
  const outputs = await Promise.all(elsewhere.map(([key, bytes]) => textOf(key, bytes)));
  const everything = [stored, JSON.stringify(world.messages), ...outputs].join();
  expect(SECRETS.filter((secret) => everything.includes(secret))).toEqual([]);
  const kept = [...uploads.values()].flatMap(({ upload }) =>
    upload.contacts.map(({ text }) => text),
  );
  for (const secret of SECRETS) expect(kept).toContain(secret);
  const own = [...written].filter(([key]) => isOwnTable(key));
  expect(own.length).toBeGreaterThan(0);
  for (const [, bytes] of own) await expectOnlyBelowTable(bytes);
  for (const { upload } of uploads.values()) {
    expect(SECRETS.filter((secret) => JSON.stringify(upload.outcome).includes(secret))).toEqual([]);
  }
}

/** Takes a table through every stage. */
async function send(sheet: Sheet): Promise<void> {
  world = { ...world, ports: portsFor(sheet) };
  world.messages.push({ stage: 'intake', body: world.send([]) });
  await deliverAll(world);
}

test('of an accepted table: in no report, summary, record, finding or message', async () => {
  await send(signed(GOOD_ROW));
  expect([...written.keys()].map((key) => key.replace(/^.*\//, '')).sort()).toEqual([
    ...['00000001.csv', '00000001.json', '00000001.xlsx'],
    'feedback.xlsx',
    'findings.json',
    'records.json',
    'report.pdf',
    'stamped.pdf',
    ...['summary.csv', 'summary.json', 'summary.schema.json', 'summary.xlsx'],
  ]);
  await expectKeptPrivate();
});

test('of a returned table, too', async () => {
  await send(signed({ ...GOOD_ROW, budgetTotal: '', projectName: '' }));
  expect([...written.keys()].filter((key) => key.endsWith('records.json'))).toEqual([]);
  await expectKeptPrivate();
});

test('of a table with a corrected copy, too', async () => {
  await send(signed({ ...GOOD_ROW, budgetTotal: '３５' }));
  expect([...written.keys()].filter((key) => key.endsWith('corrected.xlsx'))).toHaveLength(1);
  await expectKeptPrivate();
});

test('of a table sent twice, with either upload', async () => {
  const sheet = signed(GOOD_ROW);
  world = { ...world, ports: portsFor(sheet) };
  for (const versionId of ['v1', 'v2']) {
    const body = world.send([], { versionId, eventTime: `2022-03-01T02:00:0${versionId[1]}.000Z` });
    world.messages.push({ stage: 'intake', body });
    await deliverAll(world);
  }
  const uploads = [...world.tables.uploads.values()].map(({ upload }) => upload);
  expect(uploads[1]?.outcome?.duplicateOf).toBe(uploads[0]?.id);
  expect(uploads[1]?.contacts).toEqual(uploads[0]?.contacts);
  await expectKeptPrivate();
});
