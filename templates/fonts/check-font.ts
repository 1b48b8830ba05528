import { fontName, printableAdvances } from '../../shared/paint/font-facts.ts';
import { fontsIn, openSfnt, requiredTable, type SfntTables } from '../../shared/paint/sfnt.ts';
import type { Advances } from './metrics-table.ts';

/** What is wrong with an operator's fonts, and what to do about it. */
export class FontError extends Error {
  constructor(zh: string, en: string) {
    super(`${zh} / ${en}`);
  }
}

/** A font that may be embedded, and what it prints. */
export interface CheckedFont {
  readonly name: string;
  readonly face: number;
  readonly advances: Advances;
}

/** Looks at a font file of an operator. Throws FontError, which names the file, when it cannot be used. */
export function checkFont(
  label: string,
  bytes: Uint8Array,
  chosenFace: number | null,
): CheckedFont {
  const refuse: Refuse = (zh, en) => {
    throw new FontError(`${label}：${zh}`, `${label}: ${en}`);
  };
  checkContainer(bytes, refuse);
  try {
    const face = chosenFace ?? 0;
    const fonts = fontsIn(bytes);
    if (face >= fonts.length) {
      return refuse(
        `只有 ${fonts.length} 个字体，没有 face ${face}`,
        `it holds ${fonts.length} font(s): there is no face ${face}`,
      );
    }
    checkContainer(bytes.subarray(fonts[face]), refuse);
    if (fonts.length > 1 && chosenFace === null) checkChosen(bytes, fonts.length, refuse);
    const tables = openSfnt(bytes, face);
    checkTables(tables, refuse);
    checkLicence(requiredTable(tables, 'OS/2').getUint16(8), refuse);
    return { name: fontName(tables), face, advances: printableAdvances(tables) };
  } catch (error) {
    if (error instanceof FontError) throw error;
    const reason = error instanceof Error ? error.message : String(error);
    return refuse(
      `文件损坏或残缺，请重新取得（${reason}）`,
      `the file is damaged or cut off: get it anew (${reason})`,
    );
  }
}

type Refuse = (zh: string, en: string) => never;

/** The first four bytes of files that are fonts, but not such as can be embedded here. */
const OTHER_FONTS: Readonly<Record<string, readonly [zh: string, en: string]>> = {
  OTTO: [
    '是 PostScript 轮廓（CFF）的 OpenType 字体，请向厂商索取 TrueType 轮廓的 .ttf，或用 otf2ttf 转换',
    'it has PostScript outlines (CFF): get the .ttf with TrueType outlines, or convert it with otf2ttf',
  ],
  wOFF: [
    '是网页字体 WOFF，请用原来的 .ttf',
    'it is a web font (WOFF): use the .ttf it was made from',
  ],
  wOF2: [
    '是网页字体 WOFF2，请用原来的 .ttf',
    'it is a web font (WOFF2): use the .ttf it was made from',
  ],
};

const TRUE_TYPE = ['\0\u0001\0\0', 'true', 'ttcf'];

function checkContainer(bytes: Uint8Array, refuse: Refuse): void {
  const signature = String.fromCharCode(...bytes.subarray(0, 4));
  const other = OTHER_FONTS[signature];
  if (other !== undefined) refuse(...other);
  if (!TRUE_TYPE.includes(signature)) {
    refuse('不是 TrueType 字体文件（.ttf、.ttc）', 'it is no TrueType font file (.ttf, .ttc)');
  }
}

/** A collection holds several fonts: which one is meant must be said. */
function checkChosen(bytes: Uint8Array, fonts: number, refuse: Refuse): never {
  const names = Array.from(
    { length: fonts },
    (_, face) => `${face} ${fontName(openSfnt(bytes, face))}`,
  ).join(', ');
  return refuse(
    `含有多个字体（${names}），请写成 {"file": "…", "face": 0} 指明一个`,
    `it holds several fonts (${names}): choose one, as {"file": "…", "face": 0}`,
  );
}

/** Tables without which a font cannot be cut, measured or told of. */
const NEEDED = ['cmap', 'glyf', 'head', 'hhea', 'hmtx', 'loca', 'maxp', 'name', 'OS/2'];

function checkTables(tables: SfntTables, refuse: Refuse): void {
  if (tables.has('fvar')) {
    refuse(
      '是可变字体，请用其中一个字重的固定字体（例如 fonttools varLib.instancer 导出）',
      'it is a variable font: use one weight of it (fonttools varLib.instancer writes one)',
    );
  }
  const missing = NEEDED.filter((tag) => !tables.has(tag));
  if (missing.length > 0) {
    refuse(
      `缺少 ${missing.join('、')} 表，请重新取得`,
      `it lacks the table ${missing.join(', ')}: get it anew`,
    );
  }
}

/** OS/2 fsType: what the owner of the font allows. */
const RESTRICTED = 0x0002;
const PREVIEW_OR_EDITABLE = 0x000c;
const NO_SUBSETTING = 0x0100;
const BITMAPS_ONLY = 0x0200;

/** Of several rights the widest holds, as OpenType has it. */
function checkLicence(rights: number, refuse: Refuse): void {
  const stated = `fsType 0x${rights.toString(16).padStart(4, '0')}`;
  if ((rights & RESTRICTED) !== 0 && (rights & PREVIEW_OR_EDITABLE) === 0) {
    refuse(
      `字体声明不许嵌入文件（${stated}），请向厂商取得可嵌入的授权版本`,
      `its owner forbids embedding (${stated}): get a version that is licensed for it`,
    );
  }
  if ((rights & NO_SUBSETTING) !== 0) {
    refuse(
      `字体声明不许只嵌入一部分字（${stated}），请向厂商取得可子集嵌入的授权版本`,
      `its owner forbids subsetting (${stated}): get a version that is licensed for it`,
    );
  }
  if ((rights & BITMAPS_ONLY) !== 0) {
    refuse(
      `字体声明只许嵌入点阵（${stated}），请向厂商取得可嵌入轮廓的授权版本`,
      `its owner allows bitmaps only (${stated}): get a version that is licensed for it`,
    );
  }
}
