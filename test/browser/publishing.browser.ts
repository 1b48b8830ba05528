import { writeFileSync } from 'node:fs';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest';
import { templates } from '../../functions/workbooks.ts';
import { readWorkbook } from '../../shared/cells/read-workbook.ts';
import { NOT_PUBLIC } from '../../shared/records/record.ts';
import { longgang2021 } from '../../templates/longgang-2021/form.ts';
import { PERIODS } from '../../templates/periods.ts';
import { commandLine } from '../run-jixiao.ts';
import { hasChromium, openBrowser } from './open-browser.ts';
import { type PublicSite, servePublic } from './public-site.ts';
import { type RealSystem, startRealSystem } from './running-system.ts';
import { axeFaults, PHONE, putFile, settled, signedIn, type Visitor, WIDE } from './signed-in.ts';
import { filledIn, saved } from './unit-files.ts';

/*
 * The whole story with its people: a unit sends, its department forwards, finance sends back, the unit
 * mends, finance approves, three sign, the public finds, downloads and verifies; an auditor has the trail.
 */

vi.setConfig({ testTimeout: 300_000, hookTimeout: 240_000 });

const RETURN = ['2021', 'LG-TZTGS'] as const;
const PUBLICATION = `/publication/${RETURN.join('/')}`;
const PHONE_NUMBER = '13812345678';
const GOAL = `完成储备，联系人电话 ${PHONE_NUMBER}`;
const COMMENT = '请写明储备的数量';
const ROW = {
  unitName: '深圳市龙岗区投资推广署',
  projectName: '招商引资活动经费',
  executionRate: 0.9737,
};

let browser: Browser;
let system: RealSystem;
let site: PublicSite;
const { jixiao, inFolder, remove } = commandLine();
const visitors = new Map<string, Visitor>();

/** Somebody at a browser of their own, the same one through the story. */
async function at(account: string): Promise<Page> {
  const known = visitors.get(account) ?? (await signedIn(browser, system, account));
  visitors.set(account, known);
  return known.page;
}

/** Faults of axe, and sideways scrolling, wide and on a phone. */
async function expectReadable(page: Page): Promise<void> {
  for (const screen of [PHONE, WIDE]) {
    await page.setViewportSize(screen);
    expect(await axeFaults(page)).toEqual([]);
    const beyond = 'document.documentElement.scrollWidth - document.documentElement.clientWidth';
    expect(await page.evaluate(beyond), `${screen.width} px`).toBe(0);
  }
}

/** Presses a button, and the one of the question that it asks. */
async function press(page: Page, name: string, sure = name): Promise<void> {
  await page.getByRole('button', { name, exact: true }).click();
  const question = page.locator('.ant-modal-confirm');
  await question.getByRole('button', { name: sure, exact: true }).click();
  await question.waitFor({ state: 'detached' });
}

async function sendTable(goal: string): Promise<string> {
  const page = await at('sun');
  const template = await templates.template({
    form: longgang2021,
    period: RETURN[0],
    attachment: null,
    submitter: { code: RETURN[1], name: ROW.unitName },
    implementingUnits: [ROW.unitName],
    records: [],
    filledFrom: null,
  });
  await putFile(page, RETURN, await filledIn(template, { ...ROW, annualGoal: goal }));
  await page.getByRole('button', { name: '发送' }).click();
  return settled(page);
}

/** The cell of a column in the first line of the table. */
const cellOf = (page: Page, field: string) => page.locator(`td[data-key^="${field}@"]`).first();

describe.runIf(hasChromium)('from a unit to the public', () => {
  beforeAll(async () => {
    const review = { explanations: false };
    system = await startRealSystem(PERIODS.map((period) => ({ ...period, review })));
    site = await servePublic(system);
    browser = await openBrowser();
  });
  afterAll(async () => {
    remove();
    await browser?.close();
    await site?.stop();
    await system?.stop();
  });

  test('sent, forwarded, sent back with a comment at a cell', async () => {
    const first = await sendTable(GOAL);
    const department = await at('qian');
    await department.goto(`${system.origin}/uploads/${first}`);
    await press(department, '转报');
    await department.locator('.review-forwarded').waitFor();

    const finance = await at('zhao');
    await finance.goto(`${system.origin}/uploads/${first}`);
    await finance.getByText('原表与批注').click();
    await cellOf(finance, 'annualGoal').click();
    await finance.getByLabel('对这一格的批注').fill(COMMENT);
    await finance.getByRole('button', { name: '写批注' }).click();
    await finance.locator('.comments li', { hasText: COMMENT }).waitFor();
    await expectReadable(finance);

    const unit = await at('sun');
    await unit.reload();
    await unit.locator('.review').waitFor();
    expect(await unit.locator('.comments').count()).toBe(0);

    await finance.getByRole('button', { name: '退回' }).click();
    await finance.getByLabel('退回的理由').fill('见批注');
    await finance.locator('.answer-form').getByRole('button', { name: '退回' }).click();
    await finance.locator('.review-sent-back').waitFor();

    await unit.reload();
    await unit.locator('.review-sent-back', { hasText: '财政退回' }).waitFor();
    await unit.locator('.comments li', { hasText: COMMENT }).waitFor();
    expect(await cellOf(unit, 'annualGoal').getAttribute('class')).toContain('comment');
    await expectReadable(unit);
    await expect
      .poll(async () => textsOf(await saved(unit, '下载反馈表')), { timeout: 60_000 })
      .toContain(`赵六：${COMMENT}`);
  });

  test('mended, forwarded and approved', async () => {
    const second = await sendTable(`${GOAL}，共 3 处`);
    const department = await at('qian');
    await department.goto(`${system.origin}/uploads/${second}`);
    await press(department, '转报');
    await department.locator('.review-forwarded').waitFor();
    const finance = await at('zhao');
    await finance.goto(`${system.origin}/uploads/${second}`);
    await finance.getByText('与上一版比较').click();
    await finance.locator('.difference ins', { hasText: '共 3 处' }).waitFor();
    await press(finance, '审核通过');
    await finance.locator('.review-approved').waitFor();
  });

  test('masked, signed by three people, published', async () => {
    const first = await at('qian');
    await first.goto(`${system.origin}${PUBLICATION}`);
    await first.locator('.gates li.open').first().waitFor();
    await expectReadable(first);
    await first.locator('.gates .to-cell').first().click();
    await first.getByRole('button', { name: '遮蔽这一格' }).click();
    expect(await cellOf(first, 'annualGoal').textContent()).toContain(NOT_PUBLIC);
    await expectReadable(first);
    await first.getByRole('button', { name: '保存遮蔽' }).click();
    await first.locator('.save-masks').getByText('遮蔽 1 格', { exact: true }).waitFor();
    await clearGates(first);

    await first.getByText('预览网页').click();
    const shown = first.frameLocator('iframe[title="预览网页"]');
    await shown.getByText(NOT_PUBLIC).first().waitFor();
    expect(await shown.locator('body').textContent()).not.toContain(PHONE_NUMBER);
    await first.getByText('预览 PDF（已遮蔽）').click();
    await first.locator('iframe[title="预览 PDF（已遮蔽）"]').waitFor();
    await first.getByLabel('决算批复日期').fill('2022-07-01');
    await first.getByRole('button', { name: '登记' }).click();
    await first.locator('.accounts-day', { hasText: '2022-07-21' }).waitFor();

    await press(first, '签署初审');
    await first.locator('.signatures .done', { hasText: '钱初' }).waitFor();
    await first.locator('.quiet', { hasText: '须由另一人办理' }).first().waitFor();
    for (const [account, name, person] of [
      ['zhou', '复审', '周复'],
      ['wu', '批准', '吴批'],
    ] as const) {
      const page = await at(account);
      await page.goto(`${system.origin}${PUBLICATION}`);
      await press(page, `签署${name}`);
      await page.locator('.signatures .done', { hasText: person }).waitFor();
    }
    const last = await at('wu');
    await last.goto(`${system.origin}/publication/2021`);
    await last.getByRole('checkbox').waitFor();
    await expectReadable(last);
    await last.getByRole('button', { name: '全选可以公开的' }).click();
    await press(last, '公开');
    await last.getByText('投资推广署：已办理').waitFor();
    await last.goto(`${system.origin}${PUBLICATION}`);
    await last.locator('td b', { hasText: '现行' }).waitFor({ timeout: 150_000 });
    await expectReadable(last);
  });

  test('the public finds, downloads and verifies it; a changed copy is not found', async () => {
    const page = await browser.newPage();
    await page.goto(site.address);
    await page.getByRole('link', { name: /2021/ }).first().click();
    await page
      .getByRole('link', { name: /投资推广署/ })
      .first()
      .click();
    await page.getByText(NOT_PUBLIC).first().waitFor();
    expect(await page.locator('body').textContent()).not.toContain(PHONE_NUMBER);
    const address = await page.locator('a[href$=".pdf"]').first().getAttribute('href');
    const found = await fetch(new URL(address ?? '', page.url()));
    const pdf = new Uint8Array(await found.arrayBuffer());
    const index = await fetch(`${site.address}index.json`);
    writeFileSync(inFolder('index.json'), await index.text());
    writeFileSync(inFolder('copy.pdf'), pdf);
    writeFileSync(inFolder('changed.pdf'), pdf.with(pdf.length - 10, 0));
    const verified = await jixiao('verify', 'copy.pdf', '--site', 'index.json');
    expect([verified.code, verified.stdout]).toEqual([0, expect.stringContaining('现行')]);
    const changed = await jixiao('verify', 'changed.pdf', '--site', 'index.json');
    expect([changed.code, changed.stdout]).toEqual([1, expect.stringContaining('未找到')]);
    await page.close();
  });

  test('an auditor exports the trail, and it verifies', async () => {
    const page = await at('zheng');
    await page.goto(`${system.origin}/board/2021`);
    await page.locator('.board-table').waitFor();
    const trail = await saved(page, '导出审计记录');
    const acts = new TextDecoder()
      .decode(trail)
      .split('\n')
      .flatMap((line) => (line === '' ? [] : [(JSON.parse(line) as { action: string }).action]));
    expect(acts.slice(0, 5)).toEqual(['forward', 'comment', 'send-back', 'forward', 'approve']);
    expect(acts.slice(-4)).toEqual(['sign', 'sign', 'sign', 'publish']);
    writeFileSync(inFolder('trail.jsonl'), trail);
    const { code, stdout } = await jixiao('audit', 'verify', 'trail.jsonl');
    expect([code, stdout]).toEqual([0, expect.stringContaining('完整')]);
  });

  test('withdrawn, it is gone, and the page says so', async () => {
    const page = await at('wu');
    await page.getByRole('button', { name: '撤回公开' }).click();
    await page.getByLabel('撤回公开的原因').fill('金额有误');
    await page.locator('.answer-form').getByRole('button', { name: '撤回公开' }).click();
    await page.locator('td b', { hasText: '已撤回' }).waitFor({ timeout: 150_000 });
    await expectReadable(page);
    const shown = await fetch(`${site.address}${RETURN.join('/')}/`);
    expect(await shown.text()).toContain('金额有误');
  });
});

/** Signs off whatever is still open. */
async function clearGates(page: Page): Promise<void> {
  const open = page.locator('.gates li.open');
  for (let left = await open.count(); left > 0; left -= 1) {
    await open.first().getByRole('button', { name: '签认' }).click();
    await page.getByLabel('签认的理由').fill('已审查，可公开');
    await page.locator('.answer-form').getByRole('button', { name: '签认' }).click();
    await expect.poll(() => open.count()).toBe(left - 1);
  }
}

/** Every text of a workbook. */
async function textsOf(bytes: Uint8Array): Promise<readonly string[]> {
  const read = await readWorkbook(bytes);
  if (!read.ok) throw new Error('the workbook cannot be read');
  return read.sheets.flatMap(({ rows }) =>
    [...rows.values()].flatMap((row) => [...row.values()].map(({ text }) => text ?? '')),
  );
}
