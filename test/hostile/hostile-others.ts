import { CFB } from '@e965/xlsx';
import type { HostileFile } from './hostile-file.ts';
import { zipBytes } from './zip-bytes.ts';

const text = (content: string): Uint8Array => new TextEncoder().encode(content);

/** A record of an .xls: type, length, data. */
function record(type: number, data: Uint8Array): Uint8Array {
  const bytes = new Uint8Array(4 + data.length);
  const view = new DataView(bytes.buffer);
  view.setUint16(0, type, true);
  view.setUint16(2, data.length, true);
  bytes.set(data, 4);
  return bytes;
}

const words = (...values: readonly number[]): Uint8Array =>
  new Uint8Array(Uint16Array.from(values).buffer);

/** The beginning of a BIFF8 substream. */
const beginning = (kind: number): Uint8Array =>
  record(0x0809, words(0x0600, kind, 0, 0, 0, 0, 0, 0));
const WORKBOOK = 0x0005;
const WORKSHEET = 0x0010;
const END = record(0x000a, new Uint8Array());

/** A list entry of a sheet that begins at the stream's `position`; kind 1 is a macro sheet. */
function boundSheet(position: number, name: string, kind = 0): Uint8Array {
  const data = new Uint8Array(8 + name.length);
  const view = new DataView(data.buffer);
  view.setUint32(0, position, true);
  view.setUint8(5, kind);
  view.setUint8(6, name.length);
  for (const [index, letter] of [...name].entries()) view.setUint8(8 + index, letter.charCodeAt(0));
  return record(0x0085, data);
}

function joined(pieces: readonly Uint8Array[]): Uint8Array {
  return new Uint8Array(Buffer.concat(pieces));
}

/** A compound file around one stream, or several storages' names. */
export function compoundBytes(streams: Readonly<Record<string, Uint8Array>>): Uint8Array {
  const file = CFB.utils.cfb_new();
  for (const [name, content] of Object.entries(streams)) CFB.utils.cfb_add(file, name, content);
  return new Uint8Array(CFB.write(file, { type: 'array' }) as ArrayBuffer);
}

/** An .xls with these records on its only sheet; `globals` stand before the list of sheets. */
export function xlsBytes(
  records: readonly Uint8Array[],
  globals: readonly Uint8Array[] = [],
  kind = 0,
): Uint8Array {
  const head = joined([beginning(WORKBOOK), ...globals]);
  const position = head.length + boundSheet(0, 'A').length + END.length;
  return compoundBytes({
    '/Workbook': joined([
      head,
      boundSheet(position, 'A', kind),
      END,
      beginning(WORKSHEET),
      ...records,
      END,
    ]),
  });
}

const ODS_START =
  '<office:document-content xmlns:office="urn:oasis:names:tc:opendocument:xmlns:office:1.0" xmlns:table="urn:oasis:names:tc:opendocument:xmlns:table:1.0" xmlns:text="urn:oasis:names:tc:opendocument:xmlns:text:1.0" office:version="1.2"><office:body><office:spreadsheet>';

/** An .ods with this content of its first table. */
export const odsBytes = (table: string, before = ''): Uint8Array =>
  zipBytes([
    { name: 'mimetype', data: 'application/vnd.oasis.opendocument.spreadsheet' },
    {
      name: 'META-INF/manifest.xml',
      data: '<manifest:manifest xmlns:manifest="urn:oasis:names:tc:opendocument:xmlns:manifest:1.0"/>',
    },
    {
      name: 'content.xml',
      data: `${before}${ODS_START}<table:table table:name="表">${table}</table:table></office:spreadsheet></office:body></office:document-content>`,
    },
  ]);

const odsCell = (attributes = ''): string =>
  `<table:table-cell office:value-type="float" office:value="1" ${attributes}><text:p>1</text:p></table:table-cell>`;

const HEAVY = [
  { kind: 'too-heavy', why: 'memory' },
  { kind: 'too-heavy', why: 'time' },
  { kind: 'too-heavy', why: 'cells' },
  { kind: 'too-heavy', why: 'rows' },
  { kind: 'too-heavy', why: 'columns' },
] as const;

/** Hostile files that are no Office Open XML. */
export const HOSTILE_OTHERS: readonly HostileFile[] = [
  {
    name: '10 million commas',
    bytes: () => text(','.repeat(10_000_000)),
    ends: [
      { kind: 'too-heavy', why: 'cells' },
      { kind: 'not-a-workbook', looksLike: 'text' },
    ],
  },
  {
    name: 'a line with text, then 10 million commas',
    bytes: () => text(`项目,金额\n甲,1\n${','.repeat(10_000_000)}`),
    ends: { kind: 'too-heavy', why: 'cells' },
  },
  {
    name: 'one line of 10 MiB',
    bytes: () => text(`项目,${'a'.repeat(10 * 1024 * 1024 - 8)}`),
    ends: { kind: 'too-heavy', why: 'cell-text' },
  },
  {
    name: 'ten million quotes',
    bytes: () => text(`a,b\n${'"'.repeat(9_999_999)}\n`),
    ends: { kind: 'too-heavy', why: 'cell-text' },
  },
  {
    name: 'two million quotes that open and never close',
    bytes: () => text(`a,b\n${'x,"y\n'.repeat(20)}${'"a,b\n'.repeat(1_000_001)}`),
    ends: [{ kind: 'too-heavy' }, { kind: 'not-a-workbook', looksLike: 'text' }],
  },
  {
    name: 'ten million empty lines',
    bytes: () => text(`项目,金额\n甲,1${'\n'.repeat(10_000_000)}`),
    ends: { kind: 'too-heavy', why: 'cells' },
  },
  {
    name: 'an .xls of 10 MB of blank cells',
    bytes: () => {
      const blanks = record(0x00be, words(0, 0, ...Array<number>(256).fill(0), 255));
      return xlsBytes(Array<Uint8Array>(18_000).fill(blanks));
    },
    ends: 'read',
  },
  {
    name: 'an .xls of 9 MB of numbers',
    bytes: () =>
      xlsBytes(
        Array.from({ length: 6_000 }, (_, row) =>
          record(
            0x00bd,
            words(row, 0, ...Array.from({ length: 256 }, () => [0, 0x0006, 0]).flat(), 255),
          ),
        ),
      ),
    ends: HEAVY,
  },
  {
    name: 'an .xls whose list of texts claims two billion',
    bytes: () => xlsBytes([], [record(0x00fc, words(0xffff, 0x7fff, 0xffff, 0x7fff, 1, 0, 0x61))]),
    ends: ['read' as never, ...HEAVY, { kind: 'damaged' }],
  },
  {
    name: 'an .xls whose sectors lead in a circle',
    bytes: () => {
      const file = xlsBytes(Array<Uint8Array>(1000).fill(record(0x0201, words(0, 0, 0))));
      const view = new DataView(file.buffer);
      const fat = (view.getUint32(76, true) + 1) * 512;
      for (let sector = 0; sector < 128; sector += 1) {
        if (view.getUint32(fat + 4 * sector, true) < 0xfffffffa)
          view.setUint32(fat + 4 * sector, 1, true);
      }
      return file;
    },
    ends: { kind: 'damaged' },
  },
  {
    name: 'an .ods that repeats a value over the whole sheet',
    bytes: () =>
      odsBytes(
        `<table:table-row table:number-rows-repeated="1048576">${odsCell('table:number-columns-repeated="16384"')}</table:table-row>`,
      ),
    ends: HEAVY,
  },
  {
    name: 'an .ods that repeats a value over the columns of 20,000 rows',
    bytes: () =>
      odsBytes(
        `<table:table-row>${odsCell('table:number-columns-repeated="16384"')}</table:table-row>`.repeat(
          20_000,
        ),
      ),
    ends: HEAVY,
  },
  {
    name: 'a billion laughs in an .ods',
    bytes: () =>
      odsBytes(
        `<table:table-row><table:table-cell office:value-type="string"><text:p>&a;</text:p></table:table-cell></table:table-row>`,
        '<!DOCTYPE x [<!ENTITY a "哈">]>',
      ),
    ends: { kind: 'damaged', how: 'forged' },
  },
  {
    name: 'an .ods of a million elements inside each other',
    bytes: () => odsBytes(`${'<text:a>'.repeat(500_000)}${'</text:a>'.repeat(500_000)}`),
    ends: ['read' as never, ...HEAVY, { kind: 'damaged' }],
  },
];
