import { BALLAST } from './ballast.ts';
import type { HostileFile } from './hostile-file.ts';
import { packageBytes, sheetData, worksheet } from './package-bytes.ts';
import { repeated } from './repeated-deflate.ts';
import { type MadeEntry, zipBytes } from './zip-bytes.ts';

const MEBIBYTE = 1024 * 1024;

const [SHEET_START = '', SHEET_END = ''] = worksheet(sheetData('|')).split('|');

/** A worksheet that inflates to so many bytes of the same rows. */
const endlessSheet = (rows: string, bytes: number): MadeEntry => ({
  name: 'xl/worksheets/sheet1.xml',
  data: '',
  packed: repeated(SHEET_START, rows, bytes, SHEET_END),
});

const strings = (content: string): string =>
  `<sst xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main">${content}</sst>`;

const ROW = `<row>${'<c><v>1</v></c>'.repeat(30)}</row>`;

const BOMBS: readonly HostileFile[] = [
  {
    name: '1 MB that inflates to one string of 1 GiB',
    bytes: () =>
      packageBytes({
        parts: [
          {
            name: 'xl/sharedStrings.xml',
            data: '',
            packed: repeated(strings('|').split('|')[0] ?? '', 'a', 1024 * MEBIBYTE, '</sst>'),
          },
        ],
      }),
    ends: { kind: 'too-heavy', why: 'inflated-size' },
  },
  {
    name: '900 MB of cells',
    bytes: () => packageBytes({ parts: [endlessSheet(ROW, 900 * MEBIBYTE)] }),
    ends: { kind: 'too-heavy', why: 'inflated-size' },
  },
  {
    name: '375 MB of cells',
    bytes: () => packageBytes({ parts: [endlessSheet(ROW, 375 * MEBIBYTE)] }),
    ends: { kind: 'too-heavy', why: 'inflated-size' },
  },
  {
    name: '375 MB of cells whose directory says a kilobyte',
    bytes: () => packageBytes({ parts: [{ ...endlessSheet(ROW, 375 * MEBIBYTE), says: 1000 }] }),
    ends: { kind: 'too-heavy', why: 'false-size' },
  },
  {
    name: '1.5 GB whose directory says a kilobyte',
    bytes: () => packageBytes({ parts: [{ ...endlessSheet(ROW, 1500 * MEBIBYTE), says: 1000 }] }),
    ends: { kind: 'too-heavy', why: 'false-size' },
  },
  {
    name: '100 MB of cells in a file of half a megabyte',
    bytes: () => packageBytes({ parts: [endlessSheet(ROW, 100 * MEBIBYTE)] }),
    ends: { kind: 'too-heavy', why: 'inflation-ratio' },
  },
  {
    name: '75 MB of cells at the ratio of a table',
    bytes: () =>
      packageBytes({
        sheet: sheetData(ROW.repeat((75 * MEBIBYTE) / ROW.length)),
        parts: [BALLAST],
      }),
    ends: { kind: 'too-heavy', why: 'rows' },
  },
  {
    name: '75 MB of empty cells at the ratio of a table',
    bytes: () => {
      const empty = `<row>${'<c s="1"/>'.repeat(30)}</row>`;
      return packageBytes({
        sheet: sheetData(empty.repeat((75 * MEBIBYTE) / empty.length)),
        parts: [BALLAST],
      });
    },
    ends: 'read',
  },
  {
    name: '40,000 entries',
    bytes: () =>
      packageBytes({
        parts: Array.from({ length: 40_000 }, (_, index) => ({
          name: `xl/x${index}.xml`,
          data: '',
        })),
      }),
    ends: { kind: 'too-heavy', why: 'entries' },
  },
  {
    name: 'an archive in an archive in an archive',
    bytes: () => {
      let file = zipBytes([{ name: 'a.txt', data: 'a' }]);
      for (let depth = 0; depth < 200; depth += 1) file = zipBytes([{ name: 'r.zip', data: file }]);
      return file;
    },
    ends: { kind: 'not-a-workbook', looksLike: 'archive' },
  },
  {
    name: 'entries that share their bytes',
    bytes: () => overlapping(packageBytes({ sheet: sheetData(ROW) })),
    ends: { kind: 'damaged', how: 'forged' },
  },
  {
    name: 'an entry that leads to the directory itself',
    bytes: () => selfReferring(packageBytes({ sheet: sheetData(ROW) })),
    ends: { kind: 'damaged' },
  },
  ...['../../etc/passwd', '/etc/passwd', 'C:\\autoexec.bat', 'XL/WORKBOOK.XML'].map((name) => ({
    name: `an entry named ${name}`,
    bytes: () => packageBytes({ sheet: sheetData(ROW), parts: [{ name, data: 'x' }] }),
    ends: { kind: 'damaged', how: 'forged' } as const,
  })),
  {
    name: 'a locked entry',
    bytes: () =>
      packageBytes({
        parts: [{ name: 'xl/sharedStrings.xml', data: strings(''), encrypted: true }],
      }),
    ends: { kind: 'encrypted', by: 'password' },
  },
];

const DIRECTORY_ENTRY = 0x02014b50;

/** Every entry of the directory says that it begins where the first does. */
function overlapping(file: Uint8Array): Uint8Array {
  const view = new DataView(file.buffer, file.byteOffset, file.length);
  for (let at = 0; at < file.length - 46; at += 1) {
    if (view.getUint32(at, true) === DIRECTORY_ENTRY) view.setUint32(at + 42, 0, true);
  }
  return file;
}

/** The last entry begins at the directory. */
function selfReferring(file: Uint8Array): Uint8Array {
  const view = new DataView(file.buffer, file.byteOffset, file.length);
  const start = view.getUint32(file.length - 6, true);
  let last = start;
  for (let at = start; at < file.length - 46; at += 1) {
    if (view.getUint32(at, true) === DIRECTORY_ENTRY) last = at;
  }
  view.setUint32(last + 20, 10, true);
  view.setUint32(last + 42, start, true);
  return file;
}

/** Zip packages that are hostile as packages. */
export const HOSTILE_PACKAGES: readonly HostileFile[] = BOMBS;
