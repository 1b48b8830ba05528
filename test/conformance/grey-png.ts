import { crc32, deflateSync, inflateSync } from 'node:zlib';
import type { GreyPage } from './poppler.ts';

/*
 * Pictures in sixteen shades of grey as PNG: enough for eyes, and small. Only what is written here is read
 * here: 4 bits a dot, no filter, no interlacing.
 */

const SIGNATURE = Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]);

/** From 256 shades to 16 and back: 15 × 17 is 255. */
const STEP = 17;

/** The bytes of a PNG file. */
export function writeGreyPng({ width, height, shades }: GreyPage): Buffer {
  const line = 1 + Math.ceil(width / 2);
  const dots = Buffer.alloc(height * line);
  for (let y = 0; y < height; y += 1) {
    for (let x = 0; x < width; x += 1) {
      const level = Math.round((shades[y * width + x] ?? 0) / STEP);
      const at = y * line + 1 + (x >> 1);
      dots[at] = (dots[at] ?? 0) | (x % 2 === 0 ? level << 4 : level);
    }
  }
  const head = Buffer.alloc(13);
  head.writeUInt32BE(width, 0);
  head.writeUInt32BE(height, 4);
  head[8] = 4;
  const packed = deflateSync(dots, { level: 9 });
  return Buffer.concat([SIGNATURE, chunk('IHDR', head), chunk('IDAT', packed), chunk('IEND')]);
}

function chunk(type: string, content: Buffer = Buffer.alloc(0)): Buffer {
  const body = Buffer.concat([Buffer.from(type, 'latin1'), content]);
  const length = Buffer.alloc(4);
  length.writeUInt32BE(content.length);
  const sum = Buffer.alloc(4);
  sum.writeUInt32BE(crc32(body));
  return Buffer.concat([length, body, sum]);
}

/** Reads what `writeGreyPng` wrote. Throws for any other file. */
export function readGreyPng(file: Buffer): GreyPage {
  const [width, height] = [file.readUInt32BE(16), file.readUInt32BE(20)];
  const packed = file.subarray(41, 41 + file.readUInt32BE(33));
  const isOurs = file.subarray(0, 8).equals(SIGNATURE) && file[24] === 4 && file[25] === 0;
  if (!isOurs) throw new Error('a picture that was not written by write-pictures.ts');
  const dots = inflateSync(packed);
  const line = 1 + Math.ceil(width / 2);
  const shades = new Uint8Array(width * height);
  for (let y = 0; y < height; y += 1) {
    if (dots[y * line] !== 0) throw new Error('a line of the picture has a filter');
    for (let x = 0; x < width; x += 1) {
      const pair = dots[y * line + 1 + (x >> 1)] ?? 0;
      shades[y * width + x] = STEP * (x % 2 === 0 ? pair >> 4 : pair & 15);
    }
  }
  return { width, height, shades };
}
