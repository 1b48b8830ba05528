import process from 'node:process';
import { DEFAULT_LIMITS } from '../../shared/cells/limits.ts';
import { readPacked } from '../../shared/cells/read-packed.ts';
import type { ReadReply, ReadRequest } from './reader-messages.ts';

/*
 * Reads one workbook after another for `child-reader.ts`, in a process that may run out of memory or
 * time without harm to anyone.
 */

const reply = (message: ReadReply): void => {
  process.send?.(message);
};

process.on('message', async ({ bytes }: ReadRequest) => {
  try {
    reply({ kind: 'read', result: await readPacked(bytes, DEFAULT_LIMITS) });
  } catch (error) {
    // The reader answers whatever the file holds; a throw is a fault of its own, told to the parent.
    reply({ kind: 'fault', stack: error instanceof Error ? (error.stack ?? '') : String(error) });
  }
});

reply({ kind: 'ready' });
