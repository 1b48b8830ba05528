import { mkdirSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { UsageError } from './usage-error.ts';

/** Writes a file, making its folder; a UsageError that says why when it cannot be written. */
export function writeOutput(file: string, bytes: Uint8Array): void {
  try {
    mkdirSync(path.dirname(path.resolve(file)), { recursive: true });
    writeFileSync(file, bytes);
  } catch (error) {
    const reason = error instanceof Error && 'code' in error ? String(error.code) : String(error);
    throw new UsageError(`写不了 cannot write ${file}：${reason}`);
  }
}
