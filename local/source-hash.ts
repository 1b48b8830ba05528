import { createHash } from 'node:crypto';
import { readdir, readFile, stat } from 'node:fs/promises';
import path from 'node:path';
import { fileURLToPath } from 'node:url';

const projectRoot = fileURLToPath(new URL('..', import.meta.url));

const NOT_A_SOURCE = /\.(test\.tsx?|md|xlsx)$/;

/** What else goes into a hash, and what does not. */
interface HashChoices {
  /** Folders of the project among the sources that are made of them. */
  readonly without?: readonly string[];
  /** Absolute paths of files from elsewhere. */
  readonly besides?: readonly string[];
}

/** A hash over the content of files and folders of the project: equal when nothing was changed. */
export async function sourceHash(
  sources: readonly string[],
  { without = [], besides = [] }: HashChoices = {},
): Promise<string> {
  const files: string[] = [];
  for (const source of sources) {
    const full = path.join(projectRoot, source);
    if ((await stat(full)).isFile()) files.push(source);
    else {
      const inside = await readdir(full, { recursive: true, withFileTypes: true });
      for (const entry of inside) {
        if (!entry.isFile() || NOT_A_SOURCE.test(entry.name)) continue;
        files.push(path.relative(projectRoot, path.join(entry.parentPath, entry.name)));
      }
    }
  }
  const hash = createHash('sha256');
  const isOutside = (file: string): boolean =>
    !without.some((folder) => file.startsWith(folder + path.sep));
  for (const file of files.filter(isOutside).sort()) {
    hash.update(`${file}\0`).update(await readFile(path.join(projectRoot, file)));
  }
  for (const file of besides) {
    hash.update(`${path.basename(file)}\0`).update(await readFile(file));
  }
  return hash.digest('hex').slice(0, 16);
}
