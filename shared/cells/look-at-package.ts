import type { LooksLike } from './read-result.ts';
import { Refused } from './refused.ts';
import type { ZipPackage } from './zip/zip-package.ts';

/** A workbook in a zip: Office Open XML, its binary sister, or OpenDocument. */
export type PackageKind = 'xlsx' | 'xlsb' | 'ods';

/** Every .xlsb has `sheet.binary.macroEnabled.main`, macros or not. */
const MACRO_ENABLED = /(sheet|template|addin)\.macroEnabled\.main\+xml/i;

const decoded = (part: Uint8Array | undefined): string => new TextDecoder().decode(part);

/** Tells what a zip package is, or refuses it: other documents, macros, locks. */
export function lookAtPackage(file: ZipPackage, workbookPart: string): PackageKind {
  const names = file.names().map((name) => name.toLowerCase());
  if (names.some((name) => /(^|\/)vbaproject\.bin$|^xl\/macrosheets\//.test(name))) {
    throw new Refused({ kind: 'with-macros' });
  }
  if (file.has(workbookPart) || file.has('xl/workbook.bin')) {
    const types = decoded(file.part('[Content_Types].xml'));
    if (MACRO_ENABLED.test(types)) throw new Refused({ kind: 'with-macros' });
    return file.has('xl/workbook.bin') || workbookPart.endsWith('.bin') ? 'xlsb' : 'xlsx';
  }
  if (file.has('content.xml')) return lookAtOpenDocument(file);
  throw new Refused({ kind: 'not-a-workbook', looksLike: documentOf(names) });
}

function lookAtOpenDocument(file: ZipPackage): 'ods' {
  const mimetype = decoded(file.part('mimetype')).trim();
  if (mimetype.includes('.text')) throw new Refused({ kind: 'not-a-workbook', looksLike: 'word' });
  if (mimetype.includes('.presentation')) {
    throw new Refused({ kind: 'not-a-workbook', looksLike: 'presentation' });
  }
  if (decoded(file.part('META-INF/manifest.xml')).includes('encryption-data')) {
    throw new Refused({ kind: 'encrypted', by: 'password' });
  }
  return 'ods';
}

function documentOf(names: readonly string[]): LooksLike {
  const has = (pattern: RegExp): boolean => names.some((name) => pattern.test(name));
  if (has(/^word\//)) return 'word';
  if (has(/^ppt\//)) return 'presentation';
  if (has(/(^|\/)ofd\.xml$/)) return 'ofd';
  if (has(/\.iwa$/) || has(/^index\.zip$/)) return 'numbers';
  return 'archive';
}
