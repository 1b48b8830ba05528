import { writeFileSync } from 'node:fs';
import process from 'node:process';
import { writeGreyPng } from './grey-png.ts';
import { firstPage, PICTURED, pictureFile } from './pictures.ts';

/*
 * `node local/node24.mjs test/conformance/write-pictures.ts`: writes test/golden/pictures anew, when the
 * look of the report was changed on purpose. Needs pdftoppm (poppler-utils).
 */

for (const [name, sample] of Object.entries(PICTURED)) {
  writeFileSync(pictureFile(name), writeGreyPng(await firstPage(sample)));
  process.stdout.write(`${pictureFile(name)}\n`);
}
