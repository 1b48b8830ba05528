import { readFileSync } from 'node:fs';
import type { Browser, Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { MAX_FILE_BYTES } from '../../shared/cells/limits.ts';
import { readWorkbook } from '../../shared/cells/read-workbook.ts';
import { findTable } from '../../shared/rows/find-table.ts';
import { FORMS } from '../../templates/forms.ts';
import { hasChromium, openBrowser } from './open-browser.ts';
import { SAMPLE_2020 } from './sample-files.ts';
import { type Pages, servePages } from './serve-pages.ts';

let browser: Browser;
let pages: Pages;
let page: Page;
/** Every address the page asked for, and what it complained of. */
let asked: string[];
let complaints: string[];

describe.runIf(hasChromium)('the check page', () => {
  beforeAll(async () => {
    [browser, pages] = await Promise.all([openBrowser(), servePages()]);
  });
  afterAll(async () => {
    await browser.close();
    await pages.close();
  });

  beforeEach(async () => {
    page = await browser.newPage({ viewport: { width: 1440, height: 900 } });
    asked = [];
    complaints = [];
    page.on('request', (request) => asked.push(request.url()));
    page.on('pageerror', (error) => complaints.push(error.message));
    page.on('console', (message) => {
      if (message.type() === 'error') complaints.push(message.text());
    });
    await page.goto(`${pages.origin}/check`);
  });
  afterEach(async () => {
    await page.close();
    expect(complaints).toEqual([]);
    const elsewhere = asked.filter(
      (url) => !url.startsWith(pages.origin) && !/^(blob|data):/.test(url),
    );
    expect(elsewhere).toEqual([]);
  });

  const choose = async (file: Parameters<Page['setInputFiles']>[1]): Promise<void> => {
    await page.setInputFiles('input[type=file]', file);
    await page.waitForSelector('.verdict');
  };
  const verdict = async (): Promise<string> => (await page.textContent('.verdict')) ?? '';
  const cell = (address: string) => page.locator(`td[data-key="${address}"]`);
  const checkedAgain = (counts: RegExp) => page.locator('.verdict', { hasText: counts }).waitFor();

  const download = async (button: string) => {
    const [saved] = await Promise.all([
      page.waitForEvent('download'),
      page.getByRole('button', { name: button }).click(),
    ]);
    const bytes = new Uint8Array(readFileSync(await saved.path()));
    const read = await readWorkbook(bytes);
    const found = read.ok ? findTable(read.sheets, FORMS) : undefined;
    if (found?.found !== true) throw new Error('no table in the downloaded workbook');
    return { name: saved.suggestedFilename(), table: found.table };
  };

  test('shows a table under its official header with its findings in their cells', async () => {
    await choose(SAMPLE_2020);
    expect(await verdict()).toMatch(/有必须改的内容错误 1 · 警告 \d+/);
    const header = page.locator('table.official thead');
    expect(await header.locator('tr').count()).toBe(3);
    expect(await header.getByText('其中：财政拨款').first().isVisible()).toBe(true);
    expect(await page.locator('table.official tr.project').count()).toBe(33);
    const wrong = cell('I14');
    expect(await wrong.locator('.typed').textContent()).toBe('0.9581458');
    expect(await wrong.locator('.corner').textContent()).toBe('✕错误');
    expect(await wrong.getAttribute('title')).toContain('0.9584458');
  });

  test('a finding of the list leads to its cell and puts the focus there', async () => {
    await choose(SAMPLE_2020);
    await page.locator('.findings .must button.line').click();
    const focused = page.locator('td:focus');
    expect(await focused.getAttribute('data-key')).toBe('I14');
    expect(await page.locator('.cell-findings').textContent()).toContain('0.9584458');
  });

  test('a suggestion is taken, judged anew, undone, and downloaded in a corrected copy', async () => {
    await choose(SAMPLE_2020);
    await page.locator('.findings .must').getByRole('button', { name: '采用 0.9584458' }).click();
    await checkedAgain(/可以报送错误 0/);
    await page.getByRole('button', { name: '撤销' }).click();
    await checkedAgain(/错误 1/);
    await page.getByRole('button', { name: '恢复' }).click();
    await checkedAgain(/错误 0/);
    const { name, table } = await download('下载改正稿');
    expect(name).toBe('2020年部门预算项目绩效自评表（改正稿）.xlsx');
    expect(table.rows).toHaveLength(33);
    expect(table.rows[8]?.entries['executionRate']?.text).toBe('0.9584458');
  });

  test('the whole way goes by keyboard alone', async () => {
    await choose(SAMPLE_2020);
    await page.locator('.findings .must button.line').focus();
    await page.keyboard.press('Enter');
    await page.keyboard.press('Enter');
    await page.keyboard.type('0.9584458');
    await page.keyboard.press('Enter');
    await checkedAgain(/错误 0/);
    expect(await page.locator('td:focus').getAttribute('data-key')).toBe('I14');
    expect(await cell('I14').locator('.typed').textContent()).toBe('0.9584458');
    expect(await page.locator('[role=status]').first().textContent()).toContain('错误 0');
    await page.keyboard.press('ArrowLeft');
    await page.keyboard.press('ArrowDown');
    expect(await page.locator('td:focus').getAttribute('data-key')).toBe('H15');
  });

  test('what is written as 单位说明 stands in the list and in the feedback workbook', async () => {
    await choose(SAMPLE_2020);
    const line = page.locator('.findings .check li', { hasText: '执行率只有 66.69%' });
    await line.getByRole('button', { name: '写单位说明' }).click();
    await line.getByRole('textbox').fill('年底资金统筹，余款下年支付');
    await line.getByRole('button', { name: '保存' }).click();
    await line.locator('.explanation', { hasText: '年底资金统筹' }).waitFor();
    const { table } = await download('下载反馈表');
    expect(table.explanations.map(({ text }) => text)).toEqual(['年底资金统筹，余款下年支付']);
  });

  test('a file that is no workbook, and one over 10 MiB, are told in the words of the rules', async () => {
    await choose({
      name: '照片.xlsx',
      mimeType: 'image/png',
      buffer: Buffer.from('\x89PNG\r\n\x1a\n', 'latin1'),
    });
    expect(await page.locator('.findings').textContent()).toContain('图片');
    await choose({ name: '大.xlsx', mimeType: '', buffer: Buffer.alloc(MAX_FILE_BYTES + 1) });
    await page.locator('.findings', { hasText: '10 MB' }).waitFor();
  });

  test('once open it works without a network, down to the download', async () => {
    // What is seldom needed comes by itself a moment later.
    const rest = await page.waitForEvent('requestfinished', (request) =>
      /exceljs/.test(request.url()),
    );
    await rest.response();
    await page.waitForTimeout(500);
    await page.context().setOffline(true);
    await choose(SAMPLE_2020);
    const { table } = await download('下载改正稿');
    expect(table.rows).toHaveLength(33);
    await page.context().setOffline(false);
  });

  test('speaks English when asked to', async () => {
    await page.getByRole('button', { name: 'English' }).click();
    expect(await page.textContent('h1')).toBe('Check before you send');
    expect(await page.getAttribute('html', 'lang')).toBe('en');
    await choose(SAMPLE_2020);
    expect(await verdict()).toMatch(/1 errors/);
    expect(await page.locator('.findings .must').textContent()).toContain('To be mended');
  });
});
