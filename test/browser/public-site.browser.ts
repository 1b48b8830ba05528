import type { Browser, BrowserContext, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest';
import { intake } from '../../shared/pipeline.ts';
import { siteIndexSchema } from '../../shared/publish/site-index.ts';
import { deliverAll } from '../memory-ports.ts';
import { publication, takeAll } from '../published-world.ts';
import { act, PEOPLE } from '../review-acts.ts';
import { hasChromium, openBrowser } from './open-browser.ts';
import { type PublicPages, servePublic } from './serve-public.ts';
import { axeFaults, PHONE, WIDE } from './signed-in.ts';

/* The public at its browser, before the pages that publication writes. */

vi.setConfig({ testTimeout: 120_000, hookTimeout: 180_000 });

const TABLE = '2021/LG-FGJ/index.html';

let browser: Browser;
let pages: PublicPages;

describe.runIf(hasChromium)('the public site', () => {
  beforeAll(async () => {
    [browser, pages] = await Promise.all([openBrowser(), servePublic()]);
  });
  afterAll(async () => {
    await browser?.close();
    await pages?.close();
  });

  /** Opens a page; whatever it refuses to load or run, and whatever comes from elsewhere, is a fault. */
  async function at(
    key: string,
    use: (page: Page, context: BrowserContext) => Promise<void>,
    options: Parameters<Browser['newContext']>[0] = { viewport: WIDE },
  ): Promise<void> {
    const context = await browser.newContext(options);
    const page = await context.newPage();
    const faults: string[] = [];
    page.on('console', (message) => {
      if (message.type() === 'error') faults.push(message.text());
    });
    page.on('request', (request) => {
      if (!request.url().startsWith(pages.origin)) faults.push(request.url());
    });
    try {
      await page.goto(`${pages.origin}/${key}`);
      await use(page, context);
      expect(faults).toEqual([]);
    } finally {
      await context.close();
    }
  }

  test('finds a project by a word of it, and leads to its row', () =>
    at('index.html', async (page) => {
      await page.fill('#q', '节能');
      await page.getByRole('button', { name: '检索' }).click();
      await page.waitForURL(/search\.html\?q=/);
      await page.getByText(/找到 \d+ 个项目/).waitFor();
      const first = page.locator('#results li').first();
      expect(await first.locator('mark').first().textContent()).toBe('节能');
      const asked = page.url();
      const name = (await first.locator('a').textContent()) ?? '';
      await first.locator('a').click();
      await page.waitForURL(new RegExp(`${TABLE}#r\\d+$`));
      const row = page.locator('th:target');
      expect(await row.textContent()).toBe(name);
      const { y = -1, height = 0 } = (await row.boundingBox()) ?? {};
      expect(y).toBeGreaterThan(0);
      expect(y + height).toBeLessThan(WIDE.height);
      // The address alone asks the same again, and the unit is one to choose.
      await page.goto(`${asked}&unit=LG-FGJ`);
      await page.getByText(/找到 \d+ 个项目/).waitFor();
      expect(await page.inputValue('#q')).toBe('节能');
      expect(await page.inputValue('#unit')).toBe('LG-FGJ');
    }));

  test('what is masked is not found, and said to be masked where it stands', () =>
    at('search.html?q=%E4%BE%9D%E6%B3%95%E4%B8%8D%E4%BA%88%E5%85%AC%E5%BC%80', async (page) => {
      await page.getByText('没有找到').waitFor();
      await page.goto(`${pages.origin}/${TABLE}`);
      const masked = page.locator('.cards td', { hasText: '依法不予公开' });
      expect(await masked.count()).toBe(1);
    }));

  test('without a script the lists lead to every table', () =>
    at(
      'index.html',
      async (page) => {
        await page.getByRole('link', { name: '2021年度', exact: true }).click();
        await page.getByRole('rowheader').getByRole('link').click();
        expect(new URL(page.url()).pathname).toBe(`/${TABLE}`);
        expect(await page.locator('tbody tr').count()).toBeGreaterThan(26);
        await page.goto(`${pages.origin}/search.html`);
        await page.getByRole('link', { name: '首页' }).waitFor();
      },
      { viewport: WIDE, javaScriptEnabled: false },
    ));

  const verified = async (page: Page, buffer: Buffer, name = '自评表.pdf') => {
    await page.setInputFiles('#file', { name, mimeType: 'application/pdf', buffer });
    await page.locator('.answer').first().waitFor();
    await page.locator('.answer h2').first().waitFor();
    return page.locator('#answer');
  };

  test('a copy is current, replaced by what, or was tampered with; nothing is uploaded', () =>
    at('verify.html', async (page) => {
      const [old = Buffer.alloc(0), current = Buffer.alloc(0)] = pages.pdfs;
      const before = pages.asked.length;
      const answer = await verified(page, current);
      await answer.getByRole('heading', { name: '现行' }).waitFor();

      await verified(page, old);
      await answer.getByRole('heading', { name: '已被 2022年4月1日更正版替代' }).waitFor();
      expect(await answer.textContent()).toContain('更正原因：理由');

      const tampered = Buffer.from(current);
      tampered[tampered.length - 8] = 48;
      await verified(page, tampered);
      await answer.getByRole('heading', { name: '未找到' }).waitFor();
      await answer.getByText('所附数据与现行版一致').waitFor();

      const mixed = Buffer.from(old);
      mixed[mixed.length - 8] = 48;
      await verified(page, mixed);
      await answer.getByText(/所附数据与现行版有 \d+ 处不同/).waitFor();
      expect(await answer.textContent()).toContain('现行版 “更正后的目标”');

      const methods = pages.asked.slice(before).map((line) => line.split(' ')[0]);
      expect(new Set(methods)).toEqual(new Set(['GET']));

      await verified(page, old);
      await answer.getByRole('link', { name: '更正了什么' }).click();
      await page.waitForURL(/#changes$/);
      await page.getByRole('cell', { name: '更正后的目标' }).first().waitFor();
    }));

  test('a hash by the address of a QR code is verified as well; nonsense is told', () =>
    at('verify.html', async (page) => {
      await page.fill('#asked', 'https://portal.example/receipts/1');
      await page.getByRole('button', { name: '核验' }).click();
      await page.getByRole('heading', { name: '没有可核验的内容' }).waitFor();
      const [hash] = (
        await page.request.get(`${pages.origin}/SHA256SUMS`).then((a) => a.text())
      ).split(' ');
      await page.goto(`${pages.origin}/verify.html?sha256=${hash}`);
      await page.getByRole('heading', { name: '现行' }).waitFor();
    }));

  test('a stamped paper: its code is current, withdrawn, unknown, or not told as something is masked', () =>
    at('verify.html', async (page) => {
      await publishAnother(pages.world);
      const index = await page.request.get(`${pages.origin}/index.json`).then((a) => a.json());
      const { publications } = siteIndexSchema.parse(index);
      const code =
        publications.find(({ submitter }) => submitter === 'LG-GXJ')?.stamped?.code ?? '';
      await page.goto(`${pages.origin}/verify.html?code=${code.replaceAll('-', '')}`);
      const answer = page.locator('#answer');
      await answer.getByRole('heading', { name: '现行' }).waitFor();
      expect(await answer.textContent()).toMatch(/单位：深圳市龙岗区工业和信息化局　报送版次：1/);
      expect(await axeFaults(page)).toEqual([]);

      const asks = async (text: string) => {
        await page.fill('#asked', text);
        await page.getByRole('button', { name: '核验' }).click();
      };
      await asks('JIXIAO 2021 LG-FGJ 2 K7QM2XPD9RTA');
      await answer.getByRole('heading', { name: '不在此核验' }).waitFor();
      expect(await answer.textContent()).toContain('逐个试出被遮蔽的内容');
      await asks('k7qm 2xpd 9rta');
      await answer.getByRole('heading', { name: '未找到' }).waitFor();

      await takeAll(pages.world, [ofAnother('finance', { kind: 'withdraw', reason: '误公开' })]);
      await asks(code);
      await answer.getByRole('heading', { name: '已于 2022年4月1日撤回' }).waitFor();
      await answer.getByText('撤回原因：误公开').waitFor();
    }));

  test('a phone shows a card a project, its name on top', () =>
    at(
      TABLE,
      async (page) => {
        expect(await page.evaluate(OVERFLOW)).toBe(0);
        const card = page.locator('tbody tr').nth(3);
        const name = await card.locator('th').boundingBox();
        const serial = await card.locator('td').first().boundingBox();
        expect(name?.y).toBeLessThan(serial?.y ?? 0);
        expect(await page.locator('thead').first().isVisible()).toBe(true);
      },
      { viewport: PHONE },
    ));

  const KEYS = [
    TABLE,
    'index.html',
    '2021/index.html',
    'search.html?q=节能',
    'verify.html',
    'units/LG-FGJ/index.html',
    'not-found.html',
  ];

  test.each([
    [WIDE, KEYS],
    [PHONE, KEYS.slice(0, 4)],
  ])('axe finds nothing at $width px', async (viewport, keys) => {
    for (const key of keys) {
      await at(
        key,
        async (page) => {
          // Every row is like the next, and thirty of them take axe half a minute.
          await page.evaluate(
            "document.querySelectorAll('.cards tbody tr:nth-child(n+3)').forEach((row) => row.remove())",
          );
          if (key.startsWith('search')) await page.getByText(/找到/).waitFor();
          expect(await axeFaults(page), key).toEqual([]);
        },
        { viewport },
      );
    }
  });

  // A window of half the size is what a browser lays out at 200 %.
  test.each([PHONE, { width: 720, height: 450 }])(
    'nothing is lost sideways at $width px',
    async (viewport) => {
      for (const key of KEYS) {
        await at(key, async (page) => expect(await page.evaluate(OVERFLOW), key).toBe(0), {
          viewport,
        });
      }
    },
  );

  test('withdrawn: the page says when and why and holds no content, a copy is told', () =>
    at(TABLE, async (page) => {
      await takeAll(pages.world, [act('finance', { kind: 'withdraw', reason: '发现差错' }, 2)]);
      await page.reload();
      await page.getByText(/已于 \d{4}-\d\d-\d\d 撤回.*撤回原因：发现差错/).waitFor();
      expect(await page.locator('table').count()).toBe(0);
      await page.goto(`${pages.origin}/verify.html`);
      const answer = await verified(page, pages.pdfs[1] ?? Buffer.alloc(0));
      await answer.getByRole('heading', { name: '已于 2022年4月1日撤回' }).waitFor();
      await page.goto(`${pages.origin}/search.html?q=节能`);
      await page.getByText('没有找到').waitFor();
    }));
});

/** Something that somebody does with the table of another department. */
const ofAnother = (by: keyof typeof PEOPLE, action: Parameters<typeof act>[1]) => ({
  ...act(by, action),
  by: { ...PEOPLE[by], units: by === 'finance' ? [] : ['LG-GXJ'] },
  submission: { period: '2021', submitter: 'LG-GXJ' },
});

/** Publishes a table of another department, in which nothing is masked. */
async function publishAnother(world: PublicPages['world']): Promise<void> {
  const name = '深圳市龙岗区工业和信息化局';
  const key = 'uploads/2021/LG-GXJ/表.xlsx';
  const rows = [{ unitName: name, submitter: name, projectName: '产业扶持' }];
  await intake(world.send(rows, { key, versionId: 'v1' }), world.ports);
  await deliverAll(world);
  const acts = publication().map(({ action, by: { id } }) => {
    const [who] = Object.entries(PEOPLE).find(([, person]) => person.id === id) ?? [];
    return ofAnother(who as keyof typeof PEOPLE, action);
  });
  await takeAll(world, acts);
}

/** Pixels by which the page is wider than the window. */
const OVERFLOW = 'document.documentElement.scrollWidth - document.documentElement.clientWidth';
