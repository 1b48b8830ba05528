import { AxeBuilder } from '@axe-core/playwright';
import type { Browser, BrowserContext, Page } from 'playwright-core';
import { PASSWORD, type RealSystem } from './running-system.ts';

/** Someone at a browser of their own. */
export interface Visitor {
  readonly page: Page;
  readonly context: BrowserContext;
  /** Addresses of other origins that the page asked for. */
  readonly elsewhere: readonly string[];
}

export const WIDE = { width: 1440, height: 900 };
export const PHONE = { width: 390, height: 844 };

/** Opens the pages in a browser of its own and signs in. */
export async function signedIn(
  browser: Browser,
  { origin }: RealSystem,
  account: string,
  viewport = WIDE,
): Promise<Visitor> {
  const context = await browser.newContext({ viewport });
  // A machine at work on other tests besides takes its time.
  context.setDefaultTimeout(60_000);
  const page = await context.newPage();
  const elsewhere: string[] = [];
  page.on('request', (request) => {
    const url = request.url();
    // The browser's own viewer of PDFs asks for chrome://…
    if (!url.startsWith(`${origin}/`) && /^(?:https?|wss?):/.test(url)) {
      elsewhere.push(url);
    }
  });
  await page.goto(`${origin}/`);
  await signIn(page, account);
  await page.locator('.owed li, .board-table').first().waitFor();
  return { page, context, elsewhere };
}

/** Fills in the form for signing in, wherever it stands. */
export async function signIn(page: Page, account: string, password = PASSWORD): Promise<void> {
  await page.fill('#account', account);
  await page.fill('#password', password);
  await page.locator('form.sign-in button[type=submit]').click();
}

/** What axe finds in a page as it is. */
export async function axeFaults(page: Page): Promise<readonly string[]> {
  const { violations } = await new AxeBuilder({ page })
    .exclude('iframe')
    // Looked at in `check-page-axe`, with fewer rows.
    .exclude('table.official tbody')
    .analyze();
  return violations.map(
    ({ id, nodes }) => `${id}: ${nodes[0]?.target} ${nodes[0]?.failureSummary}`,
  );
}

/** Goes to a return and puts a file there, confirmed. */
export async function putFile(
  page: Page,
  [period, unit]: readonly [string, string],
  file: Parameters<Page['setInputFiles']>[1],
): Promise<void> {
  await page.goto(`${new URL(page.url()).origin}/send/${period}/${unit}`);
  await page.getByRole('checkbox').check();
  await page.setInputFiles('input[type=file]', file);
  await page.locator('.verdict').waitFor();
}

/** Waits until nothing more is to come of the upload on the page; returns its id. */
export async function settled(page: Page): Promise<string> {
  await page.waitForURL(/\/uploads\//);
  await page.locator('.outcome:not(.received)').waitFor();
  await page.getByText('可以关掉这一页').waitFor({ state: 'detached' });
  return new URL(page.url()).pathname.split('/').at(-1) ?? '';
}
