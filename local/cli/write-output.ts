import { writeFileSync } from 'node:fs';
import path from 'node:path';
import { makeFolder } from '../make-folder.ts';
import { writeProblem } from '../write-problem.ts';
import { UsageError } from './usage-error.ts';

/** Writes a file, making its folder; a UsageError that says why when it cannot be written. */
export function writeOutput(file: string, bytes: Uint8Array): void {
  try {
    makeFolder(path.dirname(file));
    writeFileSync(file, bytes);
  } catch (error) {
    const { zh, en } = writeProblem(error);
    throw new UsageError(
      `写不了 cannot write ${file}：${zh}，请换一个位置 / ${en}: choose another place`,
    );
  }
}
