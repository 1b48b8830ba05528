import type { HostileFile } from './hostile-file.ts';
import { HOSTILE_OTHERS } from './hostile-others.ts';
import { HOSTILE_PACKAGES } from './hostile-packages.ts';
import { HOSTILE_SHEETS } from './hostile-sheets.ts';

/** Every hostile file there is; made by script, as nothing so large belongs into a repository. */
export const HOSTILE_FILES: readonly HostileFile[] = [
  ...HOSTILE_PACKAGES,
  ...HOSTILE_SHEETS,
  ...HOSTILE_OTHERS,
];
