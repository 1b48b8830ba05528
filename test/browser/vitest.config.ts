import { defineConfig } from 'vitest/config';

/** `npm run test:browser`: the pages in Chromium, as `npm run build:portal` left them. `npm test` runs none of it. */
export default defineConfig({
  test: {
    include: ['test/browser/*.browser.ts'],
    testTimeout: 120_000,
    hookTimeout: 120_000,
    // Each file starts a browser; two at a time is what two cores bear.
    maxWorkers: 2,
  },
});
