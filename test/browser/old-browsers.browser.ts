import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { hasChromium, openBrowser } from './open-browser.ts';
import { SAMPLE_2020 } from './sample-files.ts';
import { type Pages, servePages } from './serve-pages.ts';

/** Takes away, in the page and in its worker, what came to Chromium after version 86. */
const AS_IN_2020 = `
for (const [owner, names] of [
  [Array.prototype, ['at', 'findLast', 'findLastIndex', 'toSorted', 'toReversed', 'toSpliced', 'with']],
  [String.prototype, ['at', 'isWellFormed', 'toWellFormed']],
  [Object.getPrototypeOf(Uint8Array.prototype), ['at', 'findLast', 'toSorted', 'toReversed', 'with']],
  [Object, ['hasOwn', 'groupBy']],
  [Map, ['groupBy']],
  [Promise, ['withResolvers', 'try']],
  [Array, ['fromAsync']],
  [Set.prototype, ['union', 'intersection', 'difference', 'isSubsetOf', 'isSupersetOf']],
  [globalThis, ['structuredClone', 'Iterator']],
  [globalThis.crypto, ['randomUUID']],
]) for (const name of names) if (!globalThis.jixiaoOld) delete owner[name];
globalThis.jixiaoOld = true;
`;

let browser: Browser;
let pages: Pages;

describe.runIf(hasChromium)('a browser of 2020', () => {
  beforeAll(async () => {
    [browser, pages] = await Promise.all([openBrowser(), servePages(AS_IN_2020)]);
  });
  afterAll(async () => {
    await browser.close();
    await pages.close();
  });

  test('checks a table and writes its corrected copy with the methods that it has', async () => {
    const page = await browser.newPage();
    const complaints: string[] = [];
    page.on('pageerror', (error) => complaints.push(error.message));
    await page.goto(`${pages.origin}/check`);
    expect(await page.evaluate('globalThis.jixiaoOld && typeof structuredClone')).toBe('undefined');
    await page.setInputFiles('input[type=file]', SAMPLE_2020);
    await page.locator('.verdict', { hasText: '错误 1' }).waitFor();
    await page.locator('.findings .must').getByRole('button', { name: '采用 0.9584458' }).click();
    await page.locator('.verdict', { hasText: '错误 0' }).waitFor();
    const saved = page.waitForEvent('download');
    await page.getByRole('button', { name: '下载改正稿' }).click();
    expect((await saved).suggestedFilename()).toMatch(/改正稿/);
    expect(complaints).toEqual([]);
    await page.close();
  });

  test('in IE mode is told to switch to its speed mode', async () => {
    // Only such a browser runs what is marked nomodule.
    const page = await browser.newPage();
    await page.goto(`${pages.origin}/check`);
    expect(await page.getAttribute('script[nomodule]', 'src')).toBe('/old-mode.js');
    await page.addScriptTag({ url: '/old-mode.js' });
    await page.waitForURL(`${pages.origin}/old-mode.html`);
    expect(await page.textContent('h1')).toBe('请切换到极速模式');
    await page.close();
  });
});
