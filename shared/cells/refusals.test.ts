import { CFB, utils, write } from '@e965/xlsx';
import { strToU8, zipSync } from 'fflate';
import { describe, expect, test } from 'vitest';
import { compoundBytes, xlsBytes } from '../../test/hostile/hostile-others.ts';
import { packageBytes } from '../../test/hostile/package-bytes.ts';
import { refusalOf } from '../../test/read-sheets.ts';
import type { LooksLike } from './read-result.ts';

const zip = (...names: readonly string[]): Uint8Array =>
  zipSync(Object.fromEntries(names.map((name) => [name, strToU8('<x/>')])));

const latin = (text: string): Uint8Array => Uint8Array.from(text, (letter) => letter.charCodeAt(0));

describe('what is no workbook is named by its content', () => {
  test.each<[string, Uint8Array, LooksLike]>([
    ['a JPEG', latin('\xff\xd8\xff\xe0\0\x10JFIF'), 'image'],
    ['a PNG', latin('\x89PNG\r\n\x1a\n'), 'image'],
    ['a photo of an iPhone', latin('\0\0\0\x18ftypheic'), 'image'],
    ['a WebP', latin('RIFF\x10\0\0\0WEBPVP8 '), 'image'],
    ['a bitmap', latin('BM\x10\0\0\0\0\0\0\0'), 'image'],
    ['a PDF', latin('%PDF-1.7\n'), 'pdf'],
    ['a PDF after some bytes', latin('\xef\xbb\xbf\n%PDF-1.4\n'), 'pdf'],
    ['a Word file', zip('word/document.xml'), 'word'],
    ['an old Word file', compoundBytes({ '/WordDocument': new Uint8Array(5000) }), 'word'],
    ['an RTF', latin('{\\rtf1\\ansi'), 'word'],
    ['slides', zip('ppt/presentation.xml'), 'presentation'],
    ['old slides', compoundBytes({ '/PowerPoint Document': new Uint8Array(5000) }), 'presentation'],
    ['an OFD', zip('OFD.xml', 'Doc_0/Document.xml'), 'ofd'],
    ['a zip', zip('表.xlsx'), 'archive'],
    ['a RAR', latin('Rar!\x1a\x07\x01\0'), 'archive'],
    ['a 7z', latin('7z\xbc\xaf\x27\x1c'), 'archive'],
    ['a sheet of Numbers', zip('Index/Document.iwa', 'preview.jpg'), 'numbers'],
    ['a page', strToU8('\uFEFF<html><table><tr><td>a,b</td></tr></table></html>'), 'web-page'],
    [
      'a page saved whole',
      strToU8('MIME-Version: 1.0\r\nContent-Type: multipart/related'),
      'web-page',
    ],
    [
      'XML Spreadsheet 2003',
      strToU8(
        '<?xml version="1.0"?><?mso-application progid="Excel.Sheet"?><Workbook xmlns="urn:schemas-microsoft-com:office:spreadsheet"/>',
      ),
      'xml-spreadsheet',
    ],
    [
      'flat OpenDocument',
      strToU8(
        '<?xml version="1.0"?><office:document xmlns:office="urn:oasis:names:tc:opendocument:xmlns:office:1.0" xmlns:table="urn:oasis:names:tc:opendocument:xmlns:table:1.0"><office:meta/><office:body/></office:document>',
      ),
      'flat-opendocument',
    ],
    ['a workbook of Excel 95', compoundBytes({ '/Book': new Uint8Array(5000) }), 'old-workbook'],
    ['a workbook of Excel 4', latin('\x09\x04\x06\0\0\0\x10\0'), 'old-workbook'],
    ['a letter', strToU8('关于报送绩效自评表的通知\n\n各单位：\n请于月底前报送。\n'), 'text'],
    [
      'a letter with Chinese commas',
      strToU8('各单位，请报送自评表，谢谢。\n表格，见附件。\n财政局，2021年\n'),
      'text',
    ],
    [
      'a letter with commas',
      strToU8(
        'Dear all,\nplease send the table, the report, and the list.\nThank you.\nKind regards, X\nfoo\nbar',
      ),
      'text',
    ],
    ['binary noise', Uint8Array.from([1, 0, 2, 0, 3, 0]), 'unknown'],
    ['another compound file', compoundBytes({ '/Contents': new Uint8Array(5000) }), 'unknown'],
  ])('%s', async (_what, bytes, looksLike) => {
    expect(await refusalOf(bytes)).toEqual({ kind: 'not-a-workbook', looksLike });
  });
});

/** A record of type FILEPASS: all that follows is encrypted. */
const FILE_PASS = Uint8Array.from([0x2f, 0, 2, 0, 1, 0]);

const MACRO_TYPES =
  '<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Override PartName="/xl/workbook.xml" ContentType="application/vnd.ms-excel.sheet.macroEnabled.main+xml"/></Types>';

describe('what is locked or carries macros', () => {
  test.each([
    ['an encrypted .xlsx', compoundBytes({ '/EncryptedPackage': new Uint8Array(5000) })],
    ['an encrypted .xls', xlsBytes([], [FILE_PASS])],
    [
      'an encrypted .ods',
      zipSync({
        mimetype: strToU8('application/vnd.oasis.opendocument.spreadsheet'),
        'META-INF/manifest.xml': strToU8('<manifest:encryption-data/>'),
        'content.xml': Uint8Array.from([1, 2, 3]),
      }),
    ],
  ])('%s has a password', async (_what, bytes) => {
    expect(await refusalOf(bytes)).toEqual({ kind: 'encrypted', by: 'password' });
  });

  test.each(['%TSD-Header-###%\0\0', 'b\x14#e\0\0E-SafeNet'])(
    'a file locked by the office’s own software',
    async (start) => {
      expect(await refusalOf(latin(start))).toEqual({
        kind: 'encrypted',
        by: 'security-software',
      });
    },
  );

  test.each([
    ['.xlsm', packageBytes({ parts: [{ name: '[Content_Types].xml', data: MACRO_TYPES }] })],
    ['.xlsx with a project', packageBytes({ parts: [{ name: 'xl/vbaProject.bin', data: 'x' }] })],
    ['.ods with a project', zip('content.xml', 'Basic/VBAPROJECT.BIN')],
    [
      '.xlsx with a macro sheet',
      packageBytes({ parts: [{ name: 'xl/macrosheets/sheet1.xml', data: 'x' }] }),
    ],
    ['.xls with a macro sheet', xlsBytes([], [], 1)],
  ])('%s carries macros', async (_what, bytes) => {
    expect(await refusalOf(bytes)).toEqual({ kind: 'with-macros' });
  });

  test('an .xls with a project carries macros', async () => {
    const workbook = utils.book_new();
    utils.book_append_sheet(workbook, utils.aoa_to_sheet([['项目']]), '表');
    const file = CFB.read(new Uint8Array(write(workbook, { bookType: 'biff8', type: 'array' })), {
      type: 'array',
    });
    CFB.utils.cfb_add(file, '/_VBA_PROJECT_CUR/VBA/dir', new Uint8Array(10));
    const bytes = new Uint8Array(CFB.write(file, { type: 'array' }) as ArrayBuffer);
    expect(await refusalOf(bytes)).toEqual({ kind: 'with-macros' });
  });
});

describe('what is empty, cut or too large', () => {
  test.each([
    ['no bytes', new Uint8Array(), { kind: 'empty' }],
    ['blanks', strToU8(' \r\n\t\u3000\n'), { kind: 'empty' }],
    ['a mark and nothing else', strToU8('\uFEFF'), { kind: 'empty' }],
    ['a kilobyte of noughts', new Uint8Array(1024), { kind: 'damaged', how: 'truncated' }],
    [
      'half an .xls',
      xlsBytes(Array<Uint8Array>(2000).fill(Uint8Array.from([3, 2, 2, 0, 0, 0]))).subarray(0, 4000),
      { kind: 'damaged', how: 'truncated' },
    ],
    [
      'eleven megabytes',
      new Uint8Array(11 * 1024 * 1024),
      { kind: 'too-large', bytes: 11_534_336, limit: 10_485_760 },
    ],
  ])('%s', async (_what, bytes, refusal) => {
    expect(await refusalOf(bytes)).toEqual(refusal);
  });
});
