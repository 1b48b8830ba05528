import { readFileSync } from 'node:fs';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest';
import { readWorkbook } from '../../shared/cells/read-workbook.ts';
import { formatThousands } from '../../shared/money.ts';
import { PERIODS } from '../../templates/periods.ts';
import { readPdf } from '../read-pdf.ts';
import { linksIn } from '../workbook-links.ts';
import { hasChromium, openBrowser } from './open-browser.ts';
import { type RealSystem, startRealSystem } from './running-system.ts';
import { SAMPLE_2021 } from './sample-files.ts';
import { axeFaults, PHONE, putFile, settled, signedIn, signIn, WIDE } from './signed-in.ts';
import { saved } from './unit-files.ts';

/* A unit and the finance bureau at their browsers, and the system as `npm start` runs it behind them. */

vi.setConfig({ testTimeout: 180_000, hookTimeout: 240_000 });

const OF_2021 = ['2021', 'LG-FGJ'] as const;
const REASON = '第 3 项的年度绩效目标请写明数量';

/** What is read of summary.json. */
interface SummaryFile {
  readonly submissions: readonly {
    readonly current: { readonly totals: { readonly budget: { readonly total: number } } } | null;
  }[];
}

let browser: Browser;
let system: RealSystem;

describe.runIf(hasChromium)('unit and finance', () => {
  beforeAll(async () => {
    const review = { explanations: false, scan: 'required' } as const;
    system = await startRealSystem(
      PERIODS.map((period) => ({ ...period, dueOn: '2022-03-31', review })),
    );
    browser = await openBrowser();
  });
  afterAll(async () => {
    await browser?.close();
    await system?.stop();
  });

  const send = async (page: Page): Promise<string> => {
    await putFile(page, OF_2021, SAMPLE_2021);
    await page.getByRole('button', { name: '发送' }).click();
    return settled(page);
  };
  const openBoard = async (page: Page): Promise<void> => {
    await page.goto(`${system.origin}/board/2021`);
    await page.locator('.board-table').waitFor();
  };
  const lineOf = (page: Page, unit: string) => page.locator('.board-table tr', { hasText: unit });

  test('sent, sent back with a reason, and sent again', async () => {
    const unit = await signedIn(browser, system, 'zhang');
    const finance = await signedIn(browser, system, 'zhao');
    await openBoard(finance.page);
    await lineOf(finance.page, 'LG-FGJ').locator('b', { hasText: '未报' }).waitFor();

    await send(unit.page);
    await openBoard(finance.page);
    const line = lineOf(finance.page, 'LG-FGJ');
    await line.locator('b', { hasText: '待审核' }).waitFor();
    await line.getByRole('link', { name: '第 1 版' }).click();
    await finance.page.getByRole('button', { name: '退回' }).click();
    expect(await axeFaults(finance.page)).toEqual([]);
    await finance.page.getByLabel('退回的理由').fill(REASON);
    await finance.page.locator('.answer-form').getByRole('button', { name: '退回' }).click();
    await finance.page.locator('.review-sent-back', { hasText: REASON }).waitFor();

    await unit.page.reload();
    const told = unit.page.locator('.review-sent-back');
    await told.waitFor();
    expect(await told.textContent()).toMatch(new RegExp(`财政退回.*赵六.*${REASON}`));
    expect(await unit.page.getByRole('button', { name: '审核通过' }).count()).toBe(0);
    await openBoard(finance.page);
    await lineOf(finance.page, 'LG-FGJ').locator('b', { hasText: '财政退回' }).waitFor();

    await unit.page.goto(`${system.origin}/send`);
    await unit.page.locator('.owed .sent-back', { hasText: '审核退回' }).waitFor();
    await putFile(unit.page, OF_2021, SAMPLE_2021);
    await changeGoal(unit.page);
    await unit.page.getByRole('button', { name: '发送改好的表' }).click();
    const second = await settled(unit.page);
    await finance.page.goto(`${system.origin}/uploads/${second}`);
    await finance.page.getByText('与上一版比较').click();
    await finance.page.locator('.difference ins', { hasText: '并通过专家评审' }).waitFor();
    await unit.context.close();
    await finance.context.close();
  });

  test('approved once its sealed paper was added, and counted so', async () => {
    const unit = await signedIn(browser, system, 'zhang');
    const finance = await signedIn(browser, system, 'zhao');
    await openBoard(finance.page);
    await lineOf(finance.page, 'LG-FGJ').getByRole('link', { name: '第 2 版' }).click();
    await finance.page.getByText('还没有盖章扫描件').waitFor();
    expect(await finance.page.getByRole('button', { name: '审核通过' }).isDisabled()).toBe(true);
    await unit.page.goto(finance.page.url());
    const stamped = await addScan(unit.page);
    await finance.page.reload();
    await finance.page.locator('.scan-list').getByRole('button', { name: '查看' }).first().click();
    await finance.page.locator('img.shown-scan').waitFor();
    await finance.page.getByRole('button', { name: '审核通过' }).click();
    await finance.page
      .locator('.ant-modal-confirm')
      .getByRole('button', { name: '审核通过' })
      .click();
    await finance.page.locator('.review-approved').waitFor();
    await finance.page.locator('.outcome', { hasText: '已接收·审核通过' }).waitFor();
    await expect.poll(approvedInSummary, { timeout: 60_000, interval: 1_000 }).toBe(true);
    await openBoard(finance.page);
    await lineOf(finance.page, 'LG-FGJ').locator('b', { hasText: '审核通过' }).waitFor();
    await lookUpCode(finance.page, stamped);
    await unit.context.close();
    await finance.context.close();
  });

  test('links of the summary open what they name, for whoever may see it', async () => {
    const links = [...linksIn(await system.summary('2021'))];
    const linkTo = (file: string): string => links.find((link) => link.endsWith(file)) ?? '';
    expect(linkTo('report.pdf')).toBe(
      `${system.origin}/open?key=submissions/2021/LG-FGJ/0002/report.pdf`,
    );
    const context = await browser.newContext({ viewport: WIDE });
    const page = await context.newPage();
    // Whoever clicks in a workbook is not signed in yet, and is led on when they are.
    await page.goto(linkTo('report.pdf'));
    await signIn(page, 'zhao');
    await page.getByRole('heading', { name: '深圳市龙岗区发展和改革局 第 2 版' }).waitFor();
    await page.locator('.preview iframe').waitFor();
    expect(await axeFaults(page)).toEqual([]);
    const download = page.waitForEvent('download');
    await page.goto(linkTo('feedback.xlsx'));
    await page.getByText('已交给浏览器下载').waitFor();
    expect((await download).suggestedFilename()).toMatch(/\.xlsx$/);
    await page.goto(linkTo('findings.json'));
    await page.waitForURL(/\/uploads\//);
    const whole = page.waitForEvent('download');
    await page.goto(`${system.origin}/open?key=summaries/2021/summary.xlsx`);
    expect((await whole).suggestedFilename()).toMatch(/汇总表\.xlsx$/);
    await page.goto(`${system.origin}/open?key=submissions/2021/LG-FGJ/0009/report.pdf`);
    await page.getByText('没有这一份').waitFor();
    await context.close();

    const other = await signedIn(browser, system, 'wang');
    for (const key of ['submissions/2021/LG-FGJ/0002/report.pdf', 'summaries/2021/summary.xlsx']) {
      await other.page.goto(`${system.origin}/open?key=${key}`);
      await other.page.locator('.ant-alert-error').waitFor();
      expect(await other.page.locator('.preview').count()).toBe(0);
    }
    await other.context.close();
  });

  test('who is missing is told in a text to be copied', async () => {
    const { page, context } = await signedIn(browser, system, 'zhao');
    await context.grantPermissions(['clipboard-read', 'clipboard-write']);
    await openBoard(page);
    await page.getByRole('button', { name: '复制催报文本' }).click();
    await page.getByText('已复制').waitFor();
    const text = await page.evaluate('navigator.clipboard.readText()');
    expect(text).toContain('工业和信息化局（未报）');
    expect(text).not.toContain('发展和改革局');
    await page.getByRole('button', { name: '已逾期' }).click();
    expect(await page.locator('.board-table tbody tr').count()).toBe(1);
    await page.getByLabel('单位或主管部门').fill('没有这个');
    await page.getByText('没有符合条件的单位').waitFor();
    await context.close();
  });

  test.each([WIDE, PHONE])('axe finds nothing in the board at $width px', async (screen) => {
    const { page, context } = await signedIn(browser, system, 'zhao', screen);
    await openBoard(page);
    expect(await axeFaults(page)).toEqual([]);
    const overflow = 'document.documentElement.scrollWidth - document.documentElement.clientWidth';
    expect(await page.evaluate(overflow)).toBe(0);
    await lineOf(page, 'LG-FGJ').getByRole('link', { name: '第 2 版' }).click();
    await page.locator('.review').waitFor();
    expect(await axeFaults(page)).toEqual([]);
    expect(await page.evaluate(overflow)).toBe(0);
    await context.close();
  });

  test.each([WIDE, PHONE])('the sums lead down to a table at $width px', async (screen) => {
    const { page, context } = await signedIn(browser, system, 'zhao', screen);
    await page.getByRole('link', { name: '汇总' }).click();
    await page.getByLabel('年度').selectOption('2021');
    await page.locator('.sum-chart svg').first().waitFor();
    expect(await axeFaults(page)).toEqual([]);
    const overflow = 'document.documentElement.scrollWidth - document.documentElement.clientWidth';
    expect(await page.evaluate(overflow)).toBe(0);
    const saved = page.waitForEvent('download');
    await page.getByRole('button', { name: '数据（JSON）' }).click();
    const { submissions } = JSON.parse(
      readFileSync(await (await saved).path(), 'utf8'),
    ) as SummaryFile;
    const budgets = submissions.map(({ current }) => current?.totals.budget.total ?? 0);
    const budget = formatThousands(budgets.reduce((sum, fen) => sum + fen, 0));
    await page.locator('.sum-cards', { hasText: budget }).waitFor();
    await page
      .locator('.sum-table')
      .getByRole('link', { name: /发展和改革局/ })
      .click();
    await leadsToRow(page);
    await page.getByRole('link', { name: '打开第 2 版' }).click();
    await page.locator('.review').waitFor();
    await context.close();
  });

  test('finance extends a unit, closes the period and opens it again', async () => {
    const { page, context } = await signedIn(browser, system, 'zhao');
    await openBoard(page);
    await page.getByLabel(/选中.*工业和信息化局/).check();
    await page.getByRole('button', { name: '延期' }).click();
    await page.getByLabel('延期至').fill('2099-12-31');
    await page.getByLabel('理由').fill('机构改革');
    expect(await axeFaults(page)).toEqual([]);
    await page.locator('.answer-form').getByRole('button', { name: '延期', exact: true }).click();
    await lineOf(page, 'LG-GXJ').getByText('延期至 2099-12-31').waitFor();
    await page.getByRole('button', { name: '关闭报送期' }).click();
    await page.getByLabel('关闭报送期的理由').fill('本期结束');
    await page.locator('.answer-form').getByRole('button', { name: '关闭报送期' }).click();
    await page.getByText('报送期已关闭').waitFor();
    const unit = await signedIn(browser, system, 'wang');
    await unit.page.locator('.owed').getByText('作为期后报送保存').waitFor();
    await unit.page.getByText('延期至 2099-12-31：机构改革').waitFor();
    await unit.context.close();
    await page.getByRole('button', { name: '重新开放' }).click();
    await page.getByLabel('重新开放的理由').fill('补报');
    await page.locator('.answer-form').getByRole('button', { name: '重新开放' }).click();
    await page.getByText('报送期已关闭').waitFor({ state: 'detached' });
    await context.close();
  });

  test('finance changes a period, and the board goes by it', async () => {
    const { page, context } = await signedIn(browser, system, 'zhao');
    await page.getByRole('link', { name: '报送期' }).click();
    await page.locator('.periods li', { hasText: '2021' }).getByText('设置').click();
    await triedOnFiled(page);
    await page.getByLabel('宽限').fill('3');
    await page.getByLabel('法定节假日').fill('2022-04-05');
    await page.getByLabel('加一条').selectOption({ index: 3 });
    await page.getByRole('button', { name: '保存' }).click();
    await page.getByText('已保存').waitFor();
    await page.getByLabel('截止').fill('2000-01-01');
    await page.getByLabel('开始').fill('2022-01-01');
    await page.getByRole('button', { name: '保存' }).click();
    await page.getByText('早于 opensOn').waitFor();
    await openBoard(page);
    await page.getByText('宽限 3 个工作日').waitFor();
    await context.close();
  });

  test('finance imports a register: nothing is changed before it is looked at', async () => {
    const { page, context } = await signedIn(browser, system, 'zhao');
    await page.getByRole('link', { name: '名册' }).click();
    await page.locator('.board-table').waitFor();
    const list = [
      '单位代码,单位名称,主管部门,联系电话',
      'LG-FGJ,深圳市龙岗区发展和改革局,,0755-28920001',
      'LG-GXJ,龙岗区工信局,,0755-28920002',
      'LG-NEW,龙岗区新设局,,',
    ];
    const file = { name: '名册.csv', mimeType: 'text/csv', buffer: Buffer.from(list.join('\n')) };
    await page.setInputFiles('input[type=file]', file);
    await page.locator('.preview .gone', { hasText: 'LG-TZTGS' }).waitFor();
    await page
      .locator('.preview .renamed', { hasText: '深圳市龙岗区工业和信息化局 → 龙岗区工信局' })
      .waitFor();
    expect(await axeFaults(page)).toEqual([]);
    await page.getByLabel('理由').fill('2022 年名册');
    await page.getByRole('button', { name: '确认修改 3 个单位' }).click();
    await page.locator('tr', { hasText: 'LG-NEW' }).waitFor();
    const renamed = page.locator('tr', { hasText: 'LG-GXJ' });
    await renamed.getByText('曾用名 深圳市龙岗区工业和信息化局').waitFor();
    await page.locator('tr', { hasText: 'LG-TZTGS' }).getByRole('button', { name: '改' }).click();
    await page.getByLabel('联系电话').fill('0755-28920003');
    await page.getByLabel('理由').fill('补电话');
    await page.getByRole('button', { name: '保存' }).click();
    await page.locator('tr', { hasText: '0755-28920003' }).waitFor();
    await context.close();
  });

  test.each([WIDE, PHONE])('axe finds nothing in the setting up at $width px', async (screen) => {
    const { page, context } = await signedIn(browser, system, 'zhao', screen);
    const overflow = 'document.documentElement.scrollWidth - document.documentElement.clientWidth';
    for (const path of ['periods', 'periods/2021', 'register']) {
      await page.goto(`${system.origin}/${path}`);
      await page.locator('.periods li, .form-part, .board-table').first().waitFor();
      expect(await axeFaults(page)).toEqual([]);
      expect(await page.evaluate(overflow)).toBe(0);
    }
    await context.close();
  });

  test('a unit has no board', async () => {
    const { page, context } = await signedIn(browser, system, 'zhang');
    expect(await page.getByRole('link', { name: '报送进度' }).count()).toBe(0);
    expect(await page.getByRole('link', { name: '汇总' }).count()).toBe(0);
    await page.goto(`${system.origin}/board/2021`);
    await page.locator('.ant-alert-error').waitFor();
    await context.close();
  });
});

/** Prints the copy to be sealed and adds its scan, once a wrong file and once a photograph that replaces it. */
async function addScan(page: Page): Promise<Uint8Array> {
  const stamped = await saved(page, '打印盖章稿');
  const put = (name: string, content: Uint8Array): Promise<void> =>
    page
      .locator('.scans input[type=file]')
      .setInputFiles({ name, mimeType: '', buffer: Buffer.from(content) });
  await page.locator('.scans').getByRole('checkbox').check();
  await put('自评表.xlsx', readFileSync(SAMPLE_2021));
  await page.getByText('这不是 PDF、JPG 或 PNG 文件').waitFor();
  await put('扫描件.pdf', stamped);
  await page.locator('.scan-list li', { hasText: 'PDF' }).waitFor();
  // More than goes through the API at once.
  const photograph = await page.screenshot({ type: 'png' });
  await put('照片.png', Buffer.concat([photograph, Buffer.alloc(5 * 1024 * 1024)]));
  await page.locator('.scan-list li', { hasText: 'PNG' }).waitFor();
  expect(await page.locator('.scan-list li').allTextContents()).toMatchObject([
    expect.stringMatching(/^现行/),
    expect.stringMatching(/^已换下/),
  ]);
  await put('照片.png', photograph);
  await page.locator('.scan-list li').nth(2).waitFor();
  expect(await axeFaults(page)).toEqual([]);
  return stamped;
}

/** Looks a paper up by what stands in its foot: as its QR code says it, then a code that is none of theirs. */
async function lookUpCode(page: Page, stamped: Uint8Array): Promise<void> {
  const { texts } = await readPdf(stamped);
  const [, code = ''] = /校验码 (\S+)/.exec(texts.map(({ text }) => text).join(' ')) ?? [];
  await page.getByRole('link', { name: '核对盖章稿校验码' }).click();
  await page.getByLabel('校验码').fill(`JIXIAO 2021 LG-FGJ 2 ${code.replaceAll('-', '')}`);
  expect(await page.getByLabel('单位代码').inputValue()).toBe('LG-FGJ');
  await page.getByRole('button', { name: '核对' }).click();
  await page.locator('.outcome', { hasText: '第 2 版' }).getByText('现行').waitFor();
  expect(new URL(page.url()).pathname).toBe(`/codes/2021/LG-FGJ/2/${code}`);
  expect(await axeFaults(page)).toEqual([]);
  await page.getByRole('link', { name: '打开这一版' }).click();
  await page.locator('.review').waitFor();
  await page.goto(`${system.origin}/codes/2021/LG-FGJ/2/K7QM2XPD9RTA`);
  await page.getByText('没有一版的校验码是 K7QM-2XPD-9RTA').waitFor();
}

/** A project of the list leads to its row in the unit's table, and the back button to where it was clicked. */
async function leadsToRow(page: Page): Promise<void> {
  const sums = new URL(page.url()).pathname;
  const project = page.locator('.sum-table th[scope=row] a[href*="row="]').first();
  const name = (await project.textContent()) ?? '';
  await project.click();
  const row = page.locator('.sought');
  await row.waitFor();
  expect(await row.textContent()).toContain(name);
  await page.locator('.sought :focus').waitFor();
  const { y = -1, height = 0 } = (await page.locator('.sought :focus').boundingBox()) ?? {};
  expect(y).toBeGreaterThan(0);
  expect(y + height).toBeLessThan(page.viewportSize()?.height ?? 0);
  expect(await axeFaults(page)).toEqual([]);
  await page.goBack();
  await page.waitForURL((url) => url.pathname === sums);
  await page.locator('.sum-table a:focus', { hasText: name }).waitFor();
}

/** Stages a rule that would return the unit's table, tries it before it is saved, and takes it away again. */
async function triedOnFiled(page: Page): Promise<void> {
  await page.getByLabel('加一条').selectOption('overall-completion-not-copied');
  await page.getByLabel('自何日起').fill('2999-01-01');
  await page.getByLabel('轻重').selectOption('error');
  await page.getByRole('button', { name: '试算影响' }).click();
  await page.locator('.impact-counts .returned', { hasText: '1' }).waitFor();
  await page.locator('.impact .sum-table', { hasText: '加重' }).waitFor();
  expect(await axeFaults(page)).toEqual([]);
  await page.setViewportSize(PHONE);
  const overflow = 'document.documentElement.scrollWidth - document.documentElement.clientWidth';
  expect(await page.evaluate(overflow)).toBe(0);
  await page.setViewportSize(WIDE);
  const [table] = await Promise.all([
    page.waitForEvent('popup'),
    page
      .locator('.impact-tables')
      .getByRole('link', { name: /发展和改革局/ })
      .click(),
  ]);
  // Signed in there as well, and decided as before.
  await table.locator('.outcome', { hasText: '已接收·审核通过' }).waitFor();
  await table.close();
  await page.getByRole('button', { name: '去掉' }).click();
  await page.getByText('试算之后草稿又改过').waitFor();
}

/** Types another goal into the first project, so that the file is another one. */
async function changeGoal(page: Page): Promise<void> {
  await page.locator('td[data-key="N7"]').dblclick();
  await page.keyboard.type('已完成规划研究并通过专家评审');
  await page.keyboard.press('Enter');
  await page.locator('.verdict', { hasText: '已改 1 格' }).waitFor();
}

/** True once the summary states a total of what was approved. */
async function approvedInSummary(): Promise<boolean> {
  const read = await readWorkbook(await system.summary('2021'));
  if (!read.ok) throw new Error('the summary cannot be read');
  return read.sheets.some(({ rows }) =>
    [...rows.values()].some((row) =>
      [...row.values()].some(({ text }) => text?.includes('其中审核通过')),
    ),
  );
}
