import { createHash } from 'node:crypto';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest';
import { MAX_FILE_BYTES } from '../../shared/cells/limits.ts';
import { hasChromium, openBrowser } from './open-browser.ts';
import { PASSWORD, type RealSystem, startRealSystem } from './running-system.ts';
import { SAMPLE_2020, SAMPLE_2021 } from './sample-files.ts';
import { axeFaults, PHONE, putFile, settled, signedIn, signIn, WIDE } from './signed-in.ts';
import { filledIn, largeFile, saved, sendAs, tableIn } from './unit-files.ts';

/* Units at their browsers, and the system as `npm start` runs it behind them. */

vi.setConfig({ testTimeout: 180_000, hookTimeout: 240_000 });

let browser: Browser;
let system: RealSystem;

const OF_2020 = ['2020', 'LG-GXJ'] as const;
const OF_2021 = ['2021', 'LG-FGJ'] as const;

describe.runIf(hasChromium)('a unit', () => {
  beforeAll(async () => {
    system = await startRealSystem();
    browser = await openBrowser();
  });
  afterAll(async () => {
    await browser?.close();
    await system?.stop();
  });

  const lookingOn = async () => {
    const context = await browser.newContext({ viewport: WIDE });
    const page = await context.newPage();
    await page.goto(`${system.origin}/`);
    await signIn(page, 'zhao');
    await page.getByRole('heading').first().waitFor();
    await page.locator('form.sign-in').waitFor({ state: 'detached' });
    return { context, page };
  };
  const revisionsOf = async (page: Page, [period, unit]: readonly [string, string]) => {
    await page.goto(`${system.origin}/history/${period}/${unit}`);
    await page.locator('h1').waitFor();
    await page.getByRole('link', { name: '去报送' }).waitFor();
    await page.locator('.history-table').or(page.getByText('还没有报送过')).waitFor();
    return page.locator('.history-table tbody tr').count();
  };

  /** Whoever holds the receipt follows its code, without signing in. */
  const verifyAsAnybody = async (address: string, report: Uint8Array): Promise<void> => {
    const context = await browser.newContext({ viewport: WIDE });
    const page = await context.newPage();
    await page.goto(address);
    await page.locator('.standing-now', { hasText: '现行' }).waitFor();
    const file = { name: '自评表.pdf', mimeType: '', buffer: Buffer.from(report) };
    await page.setInputFiles('input[type=file]', file);
    await page.getByText('这就是据此生成的自评表').waitFor();
    await page.setInputFiles('input[type=file]', SAMPLE_2021);
    await page.getByText('这不是报送的文件').waitFor();
    expect(await axeFaults(page)).toEqual([]);
    await page.goto(`${address}x`);
    await page.getByText('没有这份回执').waitFor();
    await context.close();
  };

  test('is told of a wrong password, gets its template, fills it in, and sends it mended', async () => {
    const { page, context } = await signedIn(browser, system, 'zhang');
    await page.getByRole('button', { name: '退出' }).click();
    await signIn(page, 'zhang', 'wrong');
    await page.getByText('账号或密码不对').waitFor();
    await signIn(page, 'zhang');
    await page.locator('.owed li').first().waitFor();
    await page.locator('#content:focus').waitFor();
    const title = '附件2 2021年度深圳市龙岗区发展和改革局部门预算项目绩效自评表';
    await page.getByRole('listitem').filter({ hasText: title }).first().waitFor();
    const template = await saved(page, '空白模板');
    expect((await tableIn(template)).identity).toMatchObject({
      ...{ period: '2021', submitter: 'LG-FGJ', intact: true },
    });
    await putFile(page, OF_2021, await filledIn(template));
    await page.locator('.findings .must').getByRole('button', { name: '采用 97.37%' }).click();
    await page.locator('.verdict', { hasText: '错误 0' }).waitFor();
    await page.getByRole('button', { name: '发送改好的表' }).click();
    await settled(page);
    expect(await page.locator('.outcome').textContent()).toContain('已接收');
    await context.close();
  });

  test('sends a table wrong, mends it in the page, sends it right, and holds a receipt', async () => {
    const { page, context, elsewhere } = await signedIn(browser, system, 'wang');
    await putFile(page, OF_2020, SAMPLE_2020);
    await page.getByRole('button', { name: '预览自评表（草稿）' }).click();
    await page.locator('.draft iframe').waitFor();
    const draft = await saved(page, '下载草稿');
    expect(new TextDecoder().decode(draft.slice(0, 5))).toBe('%PDF-');
    await page.locator('.draft').getByRole('button', { name: '关闭' }).last().click();
    await page.getByRole('button', { name: '发送' }).click();
    await page.getByRole('button', { name: '仍要发送' }).click();
    await settled(page);
    expect(await page.locator('.outcome').textContent()).toContain('校验未通过');
    expect((await tableIn(await saved(page, '下载反馈表'))).rows).toHaveLength(33);

    await putFile(page, OF_2020, SAMPLE_2020);
    await page.locator('.findings .must').getByRole('button', { name: '采用 0.9584458' }).click();
    await page.locator('.verdict', { hasText: '错误 0' }).waitFor();
    await page.getByRole('button', { name: '发送改好的表' }).dblclick();
    const id = await settled(page);
    expect(await page.locator('.outcome').textContent()).toContain('已接收');
    expect(await page.locator('.steps .done').count()).toBe(4);
    const report = await saved(page, '下载自评表 PDF');
    expect(new TextDecoder().decode(report.slice(0, 5))).toBe('%PDF-');
    await page.locator('.preview iframe').waitFor();

    await page.getByRole('link', { name: '回执' }).click();
    await page.locator('.qr').waitFor();
    const receipt = await page.locator('.receipt').textContent();
    expect(receipt).toContain(createHash('sha256').update(report).digest('hex'));
    expect(receipt).toContain('王五');
    expect(receipt).toContain('确认“文件不含国家秘密、工作秘密”');
    const address = (await page.locator('.qr').getAttribute('aria-label')) ?? '';
    expect(address).toMatch(new RegExp(`^${system.origin}/receipts/${id}/[\\w-]{22}$`));
    await verifyAsAnybody(address, report);
    // The page of the table, where this began, is printed on paper of another size.
    const [, width, height] = /MediaBox \[0 0 ([\d.]+) ([\d.]+)\]/.exec(
      Buffer.from(await page.pdf({ preferCSSPageSize: true })).toString('latin1'),
    ) ?? ['', '', ''];
    expect(Number(width)).toBeLessThan(Number(height));
    await page.goBack();
    await page.locator('.steps').waitFor();
    // The double click above has sent it once.
    expect(await revisionsOf(page, OF_2020)).toBe(2);
    // What came before was returned: there is nothing to compare with.
    expect(await page.getByRole('button', { name: '与上一版比较' }).count()).toBe(0);
    expect(elsewhere).toEqual([]);

    const other = await signedIn(browser, system, 'zhang');
    for (const address of [
      `/uploads/${id}`,
      `/receipts/${id}`,
      '/send/2020/LG-GXJ',
      '/history/2020/LG-GXJ',
    ]) {
      await other.page.goto(`${system.origin}${address}`);
      await other.page.locator('.ant-alert-error').waitFor();
      expect(await other.page.textContent('main')).not.toContain('王五');
    }
    await other.context.close();
    await context.close();
  });

  test('whose session expires in the middle signs in over the page and loses nothing', async () => {
    const { page, context } = await signedIn(browser, system, 'li');
    await putFile(page, OF_2021, SAMPLE_2021);
    const cell = page.locator('td[data-key="N7"]');
    await cell.dblclick();
    await page.keyboard.type('已完成规划研究并通过专家评审');
    await page.keyboard.press('Enter');
    await cell.getByText('已完成规划研究').waitFor();
    await page.route('**/uploads?*', (route) => route.fulfill(EXPIRED), { times: 1 });
    await page.getByRole('button', { name: '发送改好的表' }).click();
    await page.getByText('登录已过期，请重新登录').waitFor();
    expect(await cell.textContent()).toContain('已完成规划研究');
    expect(await axeFaults(page)).toEqual([]);
    await signIn(page, 'li');
    await settled(page);
    expect(await page.locator('.outcome').textContent()).toContain('已接收');
    await context.close();
  });

  test('without a network keeps its table, and sends it once when the network is back', async () => {
    const { page, context } = await signedIn(browser, system, 'li');
    const before = await revisionsOf(page, OF_2021);
    await putFile(page, OF_2021, SAMPLE_2021);
    // The file arrives, the answer does not.
    await page.route(
      '**/uploads?*',
      async (route) => {
        await route.fetch();
        await route.abort();
      },
      { times: 1 },
    );
    await page.getByRole('button', { name: '发送' }).click();
    await page.getByText('网络断了').waitFor();
    expect(await page.locator('tr.project').count()).toBe(26);
    await page.getByRole('button', { name: '发送' }).click();
    await settled(page);
    expect(await revisionsOf(page, OF_2021)).toBe(before + 1);
    await context.close();
  });

  test('leaves its table by a link and finds it again by the back button', async () => {
    const { page, context } = await signedIn(browser, system, 'li');
    await putFile(page, OF_2021, SAMPLE_2021);
    await page.locator('td[data-key="N7"]').dblclick();
    await page.keyboard.type('已完成规划研究');
    await page.keyboard.press('Enter');
    await page.locator('.verdict', { hasText: '已改 1 格' }).waitFor();
    await page.getByRole('link', { name: '自查' }).click();
    await page.getByRole('heading', { name: '报送前自查' }).waitFor();
    await page.goBack();
    await page.locator('.verdict', { hasText: '已改 1 格' }).waitFor();
    await page.locator('td[data-key="N7"]', { hasText: '已完成规划研究' }).waitFor();
    await page.getByRole('button', { name: '撤销' }).click();
    await page.locator('td[data-key="N7"]', { hasText: '通过专家评审结题' }).waitFor();
    await context.close();
  });

  test('sends a file of 10 MiB straight to the bucket, once, and none that is larger', async () => {
    const { page, context } = await signedIn(browser, system, 'li');
    const before = await revisionsOf(page, OF_2021);
    await putFile(page, OF_2021, largeFile(MAX_FILE_BYTES + 1));
    await page.locator('.findings', { hasText: '超过上限' }).waitFor();
    expect(await page.getByRole('button', { name: '发送' }).count()).toBe(0);
    await page.setInputFiles('input[type=file]', largeFile(MAX_FILE_BYTES));
    await page.locator('tr.project').first().waitFor();
    // It is in the bucket already when the network goes.
    await page.route('**/uploads/posted', (route) => route.abort(), { times: 1 });
    await page.getByRole('button', { name: '发送' }).click();
    await page.getByText('网络断了').waitFor();
    await page.getByRole('button', { name: '发送' }).click();
    await settled(page);
    const { pathname } = new URL(page.url());
    expect(await revisionsOf(page, OF_2021)).toBe(before + 1);
    await page.goto(`${system.origin}${pathname}`);
    await page.locator('.outcome.accepted').waitFor();
    expect(await page.locator('.outcome').textContent()).toContain('已接收');
    await page.getByRole('link', { name: '回执' }).click();
    await page.locator('.receipt', { hasText: '李四' }).waitFor();
    await context.close();
  });

  test('sends by the keyboard alone', async () => {
    const { page, context } = await signedIn(browser, system, 'zhang');
    await page.goto(`${system.origin}/send/2021/LG-FGJ`);
    await page.getByRole('checkbox').waitFor();
    await tabTo(page, 'ant-checkbox-input');
    await page.keyboard.press('Space');
    await tabTo(page, '选择文件');
    const chooser = page.waitForEvent('filechooser');
    await page.keyboard.press('Enter');
    await (await chooser).setFiles(SAMPLE_2021);
    await page.locator('.verdict').waitFor();
    await tabTo(page, '发送');
    await page.keyboard.press('Enter');
    await settled(page);
    await tabTo(page, '回执');
    await page.keyboard.press('Enter');
    await page.locator('.qr').waitFor();
    await context.close();
  });

  test('sends by a plain form where no script runs', async () => {
    const context = await browser.newContext({ javaScriptEnabled: false });
    const page = await context.newPage();
    await page.goto(`${system.origin}/plain.html`);
    await page.fill('#account', 'li');
    await page.fill('#password', PASSWORD);
    await page.fill('#period', '2021');
    await page.fill('#unit', 'LG-FGJ');
    await page.setInputFiles('#file', SAMPLE_2021);
    await page.check('input[name=confirmed]');
    await page.click('input[type=submit]');
    expect(await page.textContent('body')).toMatch(/已收到[\s\S]*李四/);
    await context.close();
  });

  test('sees what it changed from one revision to the next, and what does not count', async () => {
    const { page, context } = await signedIn(browser, system, 'zhang');
    await putFile(page, OF_2021, SAMPLE_2021);
    await page.locator('td[data-key="N7"]').dblclick();
    await page.keyboard.press('End');
    await page.keyboard.press('Control+A');
    await page.keyboard.type('第一行第二行');
    for (let step = 0; step < 3; step += 1) await page.keyboard.press('ArrowLeft');
    await page.keyboard.press('Alt+Enter');
    await page.keyboard.press('Enter');
    await page.getByRole('button', { name: '发送改好的表' }).click();
    await settled(page);
    await revisionsOf(page, OF_2021);
    await page.getByRole('button', { name: '与上一版比较' }).first().click();
    const changes = page.locator('.changes');
    await changes.waitFor();
    expect(await changes.locator('caption').textContent()).toMatch(/规划研究.*发展和改革局$/);
    // Alt+Enter breaks the line where the caret stands.
    expect(await changes.locator('ins').textContent()).toBe('第一行\n第二行');
    expect(await changes.locator('del').textContent()).toContain('通过专家评审');
    expect(await page.locator('.difference').textContent()).toContain('另有 25 个项目没有变化');
    expect(await axeFaults(page)).toEqual([]);
    await page.locator('.history-table tr', { hasText: '已被后来的代替' }).first().waitFor();
    await context.close();
  });

  test('that owes no return of its own is not told that it is missing', async () => {
    const { page, context } = await signedIn(browser, system, 'sun');
    const owed = await page.locator('.owed').textContent();
    expect(owed).toContain('不单独报送');
    expect(owed).not.toContain('未报');
    await context.close();
  });

  test('of finance looks on, and is offered neither to send nor to take back', async () => {
    const { page, context } = await lookingOn();
    await page.goto(`${system.origin}/history/2021/LG-FGJ`);
    await page.locator('.history-table td', { hasText: '计入汇总' }).waitFor();
    await page.waitForLoadState('networkidle');
    expect(await page.getByRole('button', { name: '撤销' }).count()).toBe(0);
    expect(await page.getByRole('link', { name: '去报送' }).count()).toBe(0);
    await page.goto(`${system.origin}/send/2021/LG-FGJ`);
    await page.getByText('不能代这个单位报送').waitFor();
    expect(await page.locator('input[type=file]').count()).toBe(0);
    await context.close();
  });

  test('is asked before it sends over what a colleague has sent meanwhile', async () => {
    const { page, context } = await signedIn(browser, system, 'zhang');
    await putFile(page, OF_2021, SAMPLE_2021);
    await sendAs('li', system.origin);
    await page.getByRole('button', { name: '发送' }).click();
    const question = page.locator('.ant-modal-confirm', { hasText: '李四 又报过一版' });
    await question.waitFor();
    expect(await axeFaults(page)).toEqual([]);
    await page.keyboard.press('Escape');
    await question.waitFor({ state: 'detached' });
    expect(await page.locator('tr.project').count()).toBe(26);
    await page.getByRole('button', { name: '发送' }).click();
    await question.waitFor();
    await page.getByRole('button', { name: '先看看那一版' }).click();
    await page.waitForURL(/history/);
    await page.locator('.history-table td', { hasText: '李四' }).first().waitFor();
    await context.close();
  });

  test.each([WIDE, PHONE])(
    'finds pages that axe finds nothing in, at $width px',
    async (screen) => {
      const { page, context } = await signedIn(browser, system, 'wang', screen);
      const look = async (): Promise<void> => {
        expect(await axeFaults(page)).toEqual([]);
        // As wide as a phone is whose letters are enlarged, or a desktop at 400 %.
        await page.setViewportSize({ width: 320, height: 600 });
        expect(await page.evaluate(OVERFLOW)).toBe(0);
        await page.setViewportSize(screen);
      };
      await look();
      await page.goto(`${system.origin}/history/2020/LG-GXJ`);
      await page.getByRole('link', { name: '看结果' }).first().waitFor();
      await look();
      await page.getByRole('link', { name: '看结果' }).first().click();
      await page.locator('.steps').waitFor();
      await look();
      await page.getByRole('link', { name: '回执' }).click();
      await page.locator('.qr').waitFor();
      await look();
      await page.goto(`${system.origin}/send/2020/LG-GXJ`);
      await page.getByRole('checkbox').waitFor();
      await look();
      await page.getByRole('button', { name: '退出' }).click();
      await page.locator('form').waitFor();
      await look();
      await context.close();
    },
  );

  test('takes its revision back, and owes it again', async () => {
    const { page, context } = await signedIn(browser, system, 'wang');
    await page.goto(`${system.origin}/history/2020/LG-GXJ`);
    await page.getByRole('button', { name: '撤销' }).click();
    await page
      .locator('.ant-modal-confirm')
      .getByRole('button', { name: '撤销', exact: true })
      .click();
    await page.getByText(/\d\d:\d\d 撤销/).waitFor();
    await page.getByRole('link', { name: '看结果' }).first().click();
    await page.getByText('已撤销，这一版不计入汇总').waitFor();
    await page.goto(`${system.origin}/send`);
    await page.locator('.owed .recalled', { hasText: '已撤销' }).waitFor();
    await context.close();
  });

  test('answers that its table is not public, and the answer gives way to a later one', async () => {
    const { page, context } = await signedIn(browser, system, 'wang');
    await page.goto(`${system.origin}/send/2021/LG-GXJ`);
    await page.getByText('没有表可报').click();
    await page.fill('#not-public', '按保密规定不予公开');
    await page.getByRole('button', { name: '涉密不公开' }).click();
    await page.locator('.ant-modal-confirm').getByRole('button', { name: '确定' }).click();
    const row = page.locator('.history-table tr', { hasText: '按保密规定不予公开' });
    await row.getByText('计入汇总').waitFor();
    await page.goto(`${system.origin}/send`);
    await page.locator('.owed .answered', { hasText: '涉密不公开' }).waitFor();
    await context.close();
  });

  test('answers that it has no projects, in place of a table', async () => {
    const { page, context } = await signedIn(browser, system, 'wang');
    await page.goto(`${system.origin}/send/2021/LG-GXJ`);
    await page.getByText('没有表可报').click();
    expect(await page.getByRole('button', { name: '涉密不公开' }).isDisabled()).toBe(true);
    expect(await axeFaults(page)).toEqual([]);
    await page.getByRole('button', { name: '本年度无项目' }).click();
    await page.locator('.ant-modal-confirm').getByRole('button', { name: '确定' }).click();
    await page.locator('.history-table td', { hasText: '本年度无项目' }).waitFor();
    await page
      .locator('.history-table tr', { hasText: '按保密规定不予公开' })
      .getByText('已被后来的代替')
      .waitFor();
    await page.goto(`${system.origin}/send`);
    await page.locator('.owed .answered', { hasText: '本年度无项目' }).waitFor();
    await context.close();
  });
});

/** Pixels by which a page is wider than its window. */
const OVERFLOW = 'document.documentElement.scrollWidth - document.documentElement.clientWidth';

/** Presses Tab until what is wanted has the focus, by its text or its class. */
async function tabTo(page: Page, wanted: string): Promise<void> {
  for (let pressed = 0; pressed < 60; pressed += 1) {
    await page.keyboard.press('Tab');
    const focused = await page.evaluate(
      'document.activeElement.textContent.trim() + " " + document.activeElement.className',
    );
    if (String(focused).split(' ').includes(wanted)) return;
  }
  throw new Error(`Tab does not lead to ${wanted}`);
}

const EXPIRED = {
  status: 401,
  contentType: 'application/problem+json',
  body: JSON.stringify({
    type: '/api/problems/not-signed-in',
    title: '',
    status: 401,
    detail: '',
    message: { zh: '', en: '' },
  }),
};
