import { closeSync, openSync, writeFileSync, writeSync } from 'node:fs';
import path from 'node:path';
import { makeFolder } from '../make-folder.ts';
import { writeProblem } from '../write-problem.ts';
import { UsageError } from './usage-error.ts';

/** Writes a file, making its folder; a UsageError that says why when it cannot be written. */
export function writeOutput(file: string, bytes: Uint8Array): void {
  writing(file, () => {
    makeFolder(path.dirname(file));
    writeFileSync(file, bytes);
  });
}

/** As `writeOutput`, for bytes that come piece by piece. */
export async function writePieces(file: string, pieces: AsyncIterable<Uint8Array>): Promise<void> {
  const open = writing(file, () => {
    makeFolder(path.dirname(file));
    return openSync(file, 'w');
  });
  try {
    for await (const piece of pieces) writing(file, () => writeSync(open, piece));
  } finally {
    closeSync(open);
  }
}

function writing<Result>(file: string, write: () => Result): Result {
  try {
    return write();
  } catch (error) {
    throw unwritable(file, error);
  }
}

function unwritable(file: string, error: unknown): UsageError {
  const { zh, en } = writeProblem(error);
  return new UsageError(
    `写不了 cannot write ${file}：${zh}，请换一个位置 / ${en}: choose another place`,
  );
}
