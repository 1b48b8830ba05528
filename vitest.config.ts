import { defineConfig } from 'vitest/config';

/** Tests stand beside the code, and under `test/` where they span folders. */
export default defineConfig({
  test: {
    include: ['{shared,functions,infra,local,portal,templates,test}/**/*.test.ts'],
    exclude: ['**/node_modules/**', '**/cdk.out/**'],
    // Machines are shared and slow at times: a test proves what happens, never how fast.
    testTimeout: 60_000,
    hookTimeout: 120_000,
  },
});
