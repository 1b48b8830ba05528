import process from 'node:process';
import react from '@vitejs/plugin-react';
import { defineConfig } from 'vite';

/** Government desktops: 360 and Edge on Windows 7 stay at the Chromium of 2020. */
const OLDEST_BROWSER = 'chrome86';

// Whoever builds: a build from within a test would hold React's development code, half as large again, and
// the paths of this machine.
process.env['NODE_ENV'] = 'production';

/** `npm run build:portal`: the web pages, in `portal/dist`, with hashed names under `assets/`. */
export default defineConfig({
  root: import.meta.dirname,
  plugins: [react()],
  build: {
    target: OLDEST_BROWSER,
    cssTarget: OLDEST_BROWSER,
    outDir: 'dist',
    emptyOutDir: true,
    // A small picture inlined as data: would need a hole in the content security policy.
    assetsInlineLimit: 0,
    chunkSizeWarningLimit: 1_000,
    modulePreload: { polyfill: false },
  },
  worker: { format: 'es' },
});
