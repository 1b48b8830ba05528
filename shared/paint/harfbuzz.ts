import { setFlagsFromString } from 'node:v8';

/** A font kept in HarfBuzz's memory, ready to be cut again and again. */
export interface OpenFont {
  /**
   * A TrueType file with the glyphs of these code points alone, without hints and shaping tables;
   * its own cmap says which of them the font has.
   */
  readonly subset: (codePoints: Iterable<number>) => Uint8Array;
}

/** HarfBuzz, loaded once. */
export interface HarfBuzz {
  /** `face` is the number of the font in its file: 0 unless the file is a collection. */
  readonly open: (font: Uint8Array, face?: number) => OpenFont;
}

/** A pointer into HarfBuzz's memory; 0 means that a call failed. */
type Pointer = number;

/** The part of HarfBuzz's C interface that is used here. */
interface Exports {
  readonly memory: WebAssembly.Memory;
  readonly _initialize: () => void;
  readonly malloc: (size: number) => Pointer;
  readonly hb_blob_create: (
    data: Pointer,
    length: number,
    mode: number,
    userData: Pointer,
    destroy: Pointer,
  ) => Pointer;
  readonly hb_blob_get_data: (blob: Pointer, length: Pointer) => Pointer;
  readonly hb_blob_get_length: (blob: Pointer) => number;
  readonly hb_blob_destroy: (blob: Pointer) => void;
  readonly hb_face_create: (blob: Pointer, index: number) => Pointer;
  readonly hb_face_reference_blob: (face: Pointer) => Pointer;
  readonly hb_face_destroy: (face: Pointer) => void;
  readonly hb_set_add: (set: Pointer, value: number) => void;
  readonly hb_subset_input_create_or_fail: () => Pointer;
  readonly hb_subset_input_destroy: (input: Pointer) => void;
  readonly hb_subset_input_unicode_set: (input: Pointer) => Pointer;
  readonly hb_subset_input_set: (input: Pointer, kind: number) => Pointer;
  readonly hb_subset_input_set_flags: (input: Pointer, flags: number) => void;
  readonly hb_subset_or_fail: (face: Pointer, input: Pointer) => Pointer;
}

const READ_ONLY = 1;
const DROPPED_TABLES = 3;
const NO_HINTING = 0x001;
const NO_LAYOUT_CLOSURE = 0x200;

/** Tables that serve shaping, vertical setting and screens: a PDF has no use for them. */
const UNUSED_TABLES = ['BASE', 'GDEF', 'GPOS', 'GSUB', 'STAT', 'gasp', 'vhea', 'vmtx'];

/**
 * Bytes of code that a function of HarfBuzz runs through before V8 compiles it anew, optimised. At
 * V8's own 13 million that sets in during the very first report and gains it nothing: it takes the CPU
 * from that report, and a process that prints one and ends waits for it (docs/decisions/0039).
 */
const TIERING_BUDGET = 100_000_000;

/** Loads HarfBuzz from the bytes of `harfbuzz-subset.wasm`. */
export async function loadHarfBuzz(wasm: Uint8Array<ArrayBuffer>): Promise<HarfBuzz> {
  setFlagsFromString(`--wasm-tiering-budget=${TIERING_BUDGET}`);
  const { instance } = await WebAssembly.instantiate(wasm);
  const harfBuzz = instance.exports as unknown as Exports;
  harfBuzz._initialize();
  return { open: (font, face = 0) => openFont(harfBuzz, font, face) };
}

function openFont(harfBuzz: Exports, font: Uint8Array, index: number): OpenFont {
  const data = harfBuzz.malloc(font.byteLength);
  if (data === 0) throw new Error('HarfBuzz has no memory left for the font');
  new Uint8Array(harfBuzz.memory.buffer).set(font, data);
  const blob = harfBuzz.hb_blob_create(data, font.byteLength, READ_ONLY, 0, 0);
  const face = harfBuzz.hb_face_create(blob, index);
  harfBuzz.hb_blob_destroy(blob);
  return { subset: (codePoints) => subset(harfBuzz, face, codePoints) };
}

function subset(harfBuzz: Exports, face: Pointer, codePoints: Iterable<number>): Uint8Array {
  const input = harfBuzz.hb_subset_input_create_or_fail();
  if (input === 0) throw new Error('HarfBuzz has no memory left for a subset');
  const wanted = harfBuzz.hb_subset_input_unicode_set(input);
  for (const codePoint of codePoints) harfBuzz.hb_set_add(wanted, codePoint);
  const dropped = harfBuzz.hb_subset_input_set(input, DROPPED_TABLES);
  for (const tag of UNUSED_TABLES) harfBuzz.hb_set_add(dropped, tagNumber(tag));
  harfBuzz.hb_subset_input_set_flags(input, NO_HINTING | NO_LAYOUT_CLOSURE);
  const cut = harfBuzz.hb_subset_or_fail(face, input);
  harfBuzz.hb_subset_input_destroy(input);
  if (cut === 0) throw new Error('HarfBuzz could not cut the font: is the font file damaged?');
  const bytes = faceBytes(harfBuzz, cut);
  harfBuzz.hb_face_destroy(cut);
  return bytes;
}

/** A copy of a face's file. HarfBuzz's memory may have grown and moved: look at it only now. */
function faceBytes(harfBuzz: Exports, face: Pointer): Uint8Array {
  const blob = harfBuzz.hb_face_reference_blob(face);
  const start = harfBuzz.hb_blob_get_data(blob, 0);
  const end = start + harfBuzz.hb_blob_get_length(blob);
  const bytes = new Uint8Array(harfBuzz.memory.buffer).slice(start, end);
  harfBuzz.hb_blob_destroy(blob);
  return bytes;
}

const tagNumber = (tag: string): number =>
  [...tag].reduce((number, letter) => (number << 8) | letter.charCodeAt(0), 0) >>> 0;
