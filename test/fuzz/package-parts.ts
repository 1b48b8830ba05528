import { strToU8 } from 'fflate';
import { partText, SHEET, STRINGS, WORKBOOK } from './sources.ts';

/** Parts of the package, to be changed in place. */
export type Parts = Map<string, Uint8Array>;
/** Another way of writing what the parts say. */
export type Rewrite = (parts: Parts) => void;

export const RELATIONS = 'xl/_rels/workbook.xml.rels';
export const TYPES = '[Content_Types].xml';
/** The namespace of a workbook's elements. */
export const MAIN = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main';

/** Changes the text of a part. */
export const edit = (parts: Parts, name: string, change: (xml: string) => string): void => {
  parts.set(name, strToU8(change(partText(parts, name))));
};
/** Changes sheet, strings and workbook alike. */
export const editAll = (parts: Parts, change: (xml: string) => string): void => {
  for (const name of [SHEET, STRINGS, WORKBOOK]) edit(parts, name, change);
};

/** Texts of shared strings, markup left alone. */
export const editTexts = (parts: Parts, change: (text: string) => string): void =>
  edit(parts, STRINGS, (xml) =>
    xml.replace(/(<t[^<>/]*>)([^<]*)/g, (_, tag: string, text: string) => tag + change(text)),
  );

/** What stands inside each shared string, by index. */
export const sharedTexts = (parts: Parts): readonly string[] =>
  [...partText(parts, STRINGS).matchAll(/<si>(.*?)<\/si>/gs)].map(([, inside = '']) => inside);

/** A cell with a shared string: address, style, index. */
export const STRING_CELL = /<c r="([A-Z]+\d+)"((?: s="\d+")?) t="s"><v>(\d+)<\/v><\/c>/g;
