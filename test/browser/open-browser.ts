import { existsSync } from 'node:fs';
import process from 'node:process';
import { type Browser, chromium } from 'playwright-core';

const CHROMIUM = process.env['CHROMIUM'] ?? '/usr/bin/chromium';

const ARGUMENTS = [
  '--no-sandbox',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
  '--no-first-run',
];

/** True where pages can be tested. Told loudly where not: CI must have a browser, a laptop need not. */
export const hasChromium = ((): boolean => {
  if (existsSync(CHROMIUM)) return true;
  const missing = `no Chromium at ${CHROMIUM}: install it, or set CHROMIUM to its path`;
  if (process.env['CI'] === 'true') throw new Error(missing);
  process.stderr.write(`\n*** SKIPPED: tests in a browser; ${missing} ***\n\n`);
  return false;
})();

/** Starts Debian's Chromium; nothing of it asks the network by itself. */
export const openBrowser = (): Promise<Browser> =>
  chromium.launch({ executablePath: CHROMIUM, args: ARGUMENTS });
