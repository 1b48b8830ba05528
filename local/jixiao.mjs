#!/usr/bin/env node
/** The `jixiao` command: starts the command line under Node 24 (see `cli/main.ts`). */
import process from 'node:process';
import { fileURLToPath } from 'node:url';
import { runUnderNode24 } from './node24.mjs';

await runUnderNode24(
  fileURLToPath(new URL('./cli/main.ts', import.meta.url)),
  process.argv.slice(2),
);
