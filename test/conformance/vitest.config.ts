import { defineConfig } from 'vitest/config';

/** `npm run test:conformance`: other people's servers and validators. `npm test` runs none of it. */
export default defineConfig({
  test: {
    include: ['test/conformance/*.conformance.ts'],
    // Java, Python and LibreOffice take seconds to start, more on a busy machine.
    testTimeout: 120_000,
    hookTimeout: 120_000,
    // Each file starts servers or LibreOffice; two at a time is what two cores bear.
    maxWorkers: 2,
  },
});
