import { AxeBuilder } from '@axe-core/playwright';
import type { Browser, BrowserContext, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { hasChromium, openBrowser } from './open-browser.ts';
import { type ChosenFile, SAMPLE_2020, shortSample } from './sample-files.ts';
import { type Pages, servePages } from './serve-pages.ts';

let browser: Browser;
let pages: Pages;

describe.runIf(hasChromium)('the check page for everyone', () => {
  beforeAll(async () => {
    [browser, pages] = await Promise.all([openBrowser(), servePages()]);
  });
  afterAll(async () => {
    await browser.close();
    await pages.close();
  });

  /** Ends with the page closed, whatever happens in it. */
  async function at(
    viewport: { readonly width: number; readonly height: number },
    use: (page: Page, context: BrowserContext) => Promise<void>,
  ): Promise<void> {
    const context = await browser.newContext({ viewport });
    const page = await context.newPage();
    try {
      await page.goto(`${pages.origin}/check`);
      await page.waitForSelector('h1');
      await use(page, context);
    } finally {
      await context.close();
    }
  }

  const faults = async (page: Page): Promise<readonly string[]> => {
    const { violations } = await new AxeBuilder({ page }).analyze();
    return violations.map(
      ({ id, nodes }) => `${id}: ${nodes[0]?.target} ${nodes[0]?.failureSummary}`,
    );
  };
  const check = async (page: Page, file: ChosenFile = SAMPLE_2020): Promise<void> => {
    await page.setInputFiles('input[type=file]', file);
    await page.waitForSelector('.verdict');
  };

  const SCREENS = [
    { width: 1440, height: 900 },
    { width: 390, height: 844 },
  ];

  test.each(SCREENS)('axe finds nothing in any state at $width px', (screen) =>
    at(screen, async (page) => {
      expect(await faults(page)).toEqual([]);
      // Every row is like the next, and thirty of them take axe half a minute.
      await check(page, await shortSample());
      expect(await faults(page)).toEqual([]);
      await page.locator('.findings .must button.line').click();
      await page.locator('.cell-editor').waitFor();
      expect(await faults(page)).toEqual([]);
      await page
        .locator('.findings .check')
        .getByRole('button', { name: '写单位说明' })
        .first()
        .click();
      expect(await faults(page)).toEqual([]);
      await page.getByRole('button', { name: 'English' }).click();
      expect(await faults(page)).toEqual([]);
    }),
  );

  test('a phone shows a card a project, and a cell is mended there', () =>
    at({ width: 390, height: 844 }, async (page) => {
      await check(page);
      expect(await page.locator('article.card').count()).toBe(33);
      expect(await page.locator('table.official').count()).toBe(0);
      await page.locator('article.card [data-key="I14"]').click();
      await page.keyboard.type('0.9584458');
      await page.keyboard.press('Enter');
      await page.locator('.verdict', { hasText: '错误 0' }).waitFor();
      expect(await overflow(page)).toBe(0);
    }));

  test('text twice as large loses nothing', () =>
    // A window of half the size is what a browser lays out at 200 %.
    at({ width: 720, height: 450 }, async (page) => {
      expect(await overflow(page)).toBe(0);
      await check(page);
      expect(await overflow(page)).toBe(0);
      await page.getByRole('button', { name: '下载改正稿' }).scrollIntoViewIfNeeded();
      expect(await page.getByRole('button', { name: '下载改正稿' }).isVisible()).toBe(true);
    }));

  test('prints the list and the whole table, and no button', () =>
    at({ width: 1440, height: 900 }, async (page) => {
      await check(page);
      await page.emulateMedia({ media: 'print' });
      expect(await page.locator('.findings .must').isVisible()).toBe(true);
      expect(await page.locator('tr.project').last().isVisible()).toBe(true);
      expect(await page.locator('button.ant-btn:visible').count()).toBe(0);
    }));
});

/** Pixels by which the page is wider than the window. */
const overflow = (page: Page): Promise<number> =>
  page.evaluate('document.documentElement.scrollWidth - document.documentElement.clientWidth');
