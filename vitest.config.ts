import { defineConfig } from 'vitest/config';

/** Tests that put another module in the place of one of ours, and so need modules of their own. */
const REPLACE_MODULES = ['functions/api/identity/own-accounts.test.ts'];

/** Tests stand beside the code, and under `test/` where they span folders. */
export default defineConfig({
  test: {
    // Machines are shared and slow at times: a test proves what happens, never how fast.
    testTimeout: 60_000,
    hookTimeout: 120_000,
    maxWorkers: '100%',
    projects: [
      {
        extends: true,
        test: {
          name: 'core',
          include: [
            '{shared,templates,portal,infra,functions}/**/*.test.ts',
            'test/{pipeline,store,planted,formats}/**/*.test.ts',
          ],
          exclude: REPLACE_MODULES,
          // These modules keep nothing that a test would see of another (ARCHITECTURE.md, law 7): they are
          // loaded once for all files, for a fraction of the processor time.
          isolate: false,
        },
      },
      {
        extends: true,
        test: {
          name: 'system',
          include: [
            ...REPLACE_MODULES,
            'local/**/*.test.ts',
            'test/{fuzz,hostile,simulation}/**/*.test.ts',
            'test/*.test.ts',
          ],
        },
      },
    ],
  },
});
