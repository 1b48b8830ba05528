import { childReader } from '../../functions/intake/child-reader.ts';

/** The reader of every file named on a command line: a child process, so that no file can end the command. */
export const reader = childReader();
