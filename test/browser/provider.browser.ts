import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { apiWithIssuer } from '../api-with-issuer.ts';
import { type FakeIssuer, startIssuer } from '../fake-issuer.ts';
import { hasChromium, openBrowser } from './open-browser.ts';
import { type Pages, servePages } from './serve-pages.ts';
import { axeFaults } from './signed-in.ts';

/* Signing in at an identity provider, in its own pages. */

let browser: Browser;
let issuer: FakeIssuer;
let pages: Pages;

describe.runIf(hasChromium)('an identity provider', () => {
  beforeAll(async () => {
    issuer = await startIssuer({ name: '张三', groups: ['unit'], units: ['LG-FGJ'] });
    const app = await apiWithIssuer(issuer);
    pages = await servePages('', async (request) => app.fetch(request));
    browser = await openBrowser();
  });
  afterAll(async () => {
    await browser?.close();
    await pages?.close();
    await issuer?.close();
  });

  test('signs people in, and they go on where they were; a link of somebody else does not', async () => {
    const context = await browser.newContext();
    const page = await context.newPage();
    await page.goto(`${pages.origin}/history/2021/LG-FGJ`);
    expect(await axeFaults(page)).toEqual([]);
    await page.getByRole('button', { name: '用统一身份认证登录' }).click();
    await page.getByText('以张三的身份登录').click();
    await page.waitForURL(`${pages.origin}/history/2021/LG-FGJ`);
    await page.locator('header', { hasText: '张三' }).waitFor();

    const stranger = await (await browser.newContext()).newPage();
    await stranger.goto(`${pages.origin}/sign-in?code=code-1&state=stolen`);
    await stranger.getByText('不是从本页面开始的').waitFor();
    await context.close();
  });

  test('signs in again in another tab, and the page that waits goes on', async () => {
    const context = await browser.newContext();
    const page = await context.newPage();
    await page.goto(`${pages.origin}/send`);
    await page.evaluate(
      `sessionStorage.setItem('jixiao-session', JSON.stringify({
        token: 'expired', expiresAt: '2020-01-01T00:00:00.000Z',
        renewableUntil: '2020-01-01T00:00:00.000Z', mustChangePassword: false }))`,
    );
    await page.reload();
    await page.locator('.ant-modal', { hasText: '登录已过期' }).waitFor();
    const opened = context.waitForEvent('page');
    await page.getByRole('button', { name: '用统一身份认证登录' }).click();
    await (await opened).getByText('以张三的身份登录').click();
    await page.locator('header', { hasText: '张三' }).waitFor();
    await page.locator('.ant-modal').waitFor({ state: 'hidden' });
    await context.close();
  });
});
