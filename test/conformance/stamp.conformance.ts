import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import decodeQr from 'qr/decode.js';
import { afterAll, expect, test } from 'vitest';
import { layOutList } from '../../shared/layout/lay-out-list.ts';
import { layOutReport } from '../../shared/layout/lay-out-report.ts';
import { stampText } from '../../shared/layout/stamp.ts';
import { paintReport } from '../../shared/paint/paint-report.ts';
import { stampOf } from '../../shared/stamp-of.ts';
import { loadFonts } from '../../templates/fonts/load-fonts.ts';
import { sample2021 } from '../sample-records.ts';
import { type GreyPage, picturesOf } from './poppler.ts';
import { describeWith } from './tools.ts';

/* The QR code of stamped copies, read from pictures of their pages as a phone reads it from paper. */

const folder = mkdtempSync(path.join(tmpdir(), 'jixiao-stamp-'));
afterAll(() => rmSync(folder, { recursive: true }));

/** 200 dots an inch: what an office's scanner gives at its lowest. */
const DOTS_A_POINT = 200 / 72;

/** The lowest part of a page in the colours that the reader of QR codes wants: the foot and a few rows. */
function footOf({ width, height, shades }: GreyPage) {
  const first = Math.floor(height * 0.8);
  const data = new Uint8Array((height - first) * width * 4).fill(255);
  for (const [dot, shade] of shades.subarray(first * width, height * width).entries()) {
    data.fill(shade, 4 * dot, 4 * dot + 3);
  }
  return { width, height: height - first, data };
}

describeWith('poppler', 'stamped copies, seen', () => {
  test.each([
    ['A3', layOutReport, null],
    ['A3 with an address', layOutReport, 'https://d111111abcdef8.cloudfront.net/'],
    ['A4', layOutList, null],
  ])(
    'the QR code on every page of %s is read, and says what the foot says',
    async (_, layOut, site) => {
      const { recordSet, form } = sample2021();
      const records = recordSet.records.slice(0, 4);
      const set = { ...recordSet, records };
      const stamp = stampOf(set, form, 12, { site, portal: null });
      const fonts = loadFonts();
      const file = path.join(folder, 'stamped.pdf');
      writeFileSync(file, await paintReport(layOut(set, form, fonts.metrics, { stamp }), fonts));
      const pictures = await picturesOf(file, DOTS_A_POINT);
      const read = pictures.map((picture) => decodeQr(footOf(picture)));
      expect(read.length).toBeGreaterThan(0);
      expect(new Set(read)).toEqual(new Set([stampText(stamp, set)]));
    },
  );
});
