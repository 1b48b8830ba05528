import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { hasChromium, openBrowser } from './open-browser.ts';
import { SAMPLE_2020 } from './sample-files.ts';
import { type Pages, servePages } from './serve-pages.ts';

/** A worker that never answers on a file that is named for it: as if the file had caught it in a loop. */
const STUCK = `
if (typeof WorkerGlobalScope !== 'undefined') addEventListener('message', (event) => {
  if (!/卡住/.test(event.data.file.name) || event.data.file.refused) return;
  event.stopImmediatePropagation();
  postMessage({ job: event.data.job, kind: 'stage', stage: 'reading' });
  for (;;);
});
`;

let browser: Browser;
let pages: Pages;

describe.runIf(hasChromium)('a file that kills its reader', () => {
  beforeAll(async () => {
    [browser, pages] = await Promise.all([openBrowser(), servePages(STUCK)]);
  });
  afterAll(async () => {
    await browser.close();
    await pages.close();
  });

  const stuck = { name: '卡住.xlsx', mimeType: '', buffer: Buffer.from('x') };

  test('is told to be too heavy in the words of the server, and the next file is checked', async () => {
    const page = await browser.newPage();
    await page.goto(`${pages.origin}/check`);
    await page.setInputFiles('input[type=file]', stuck);
    await page.getByText('正在读取文件').first().waitFor();
    await page.locator('.findings .must', { hasText: '错误' }).waitFor();
    expect(await page.locator('.findings .must').textContent()).toContain('打开文件用时过长');
    await page.setInputFiles('input[type=file]', SAMPLE_2020);
    await page.locator('.verdict', { hasText: '警告' }).waitFor();
    await page.locator('tr.project').first().waitFor();
    await page.close();
  });

  test('can be stopped by hand', async () => {
    const page = await browser.newPage();
    await page.goto(`${pages.origin}/check`);
    await page.setInputFiles('input[type=file]', stuck);
    await page.getByRole('button', { name: '停止' }).click();
    await page.getByText('已停止').first().waitFor();
    await page.setInputFiles('input[type=file]', SAMPLE_2020);
    await page.locator('tr.project').first().waitFor();
    await page.close();
  });
});
