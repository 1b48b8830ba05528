import { defineConfig } from 'vitest/config';

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
          include: ['{shared,templates,portal,infra}/**/*.test.ts'],
          // Modules that keep nothing between calls (ARCHITECTURE.md, law 7) are loaded once for all
          // files: an eighth of the processor time.
          isolate: false,
        },
      },
      {
        extends: true,
        test: { name: 'system', include: ['{functions,local,test}/**/*.test.ts'] },
      },
    ],
  },
});
