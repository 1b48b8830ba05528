import { execFileSync } from 'node:child_process';
import { copyFileSync, existsSync, mkdirSync, readFileSync, rmSync } from 'node:fs';
import path from 'node:path';
import process from 'node:process';
import { fileURLToPath } from 'node:url';

/*
 * Brings the readers and printers of others, once for each version of their lists. What cannot be brought is said
 * aloud and left out of the comparison.
 */

const HERE = fileURLToPath(new URL('.', import.meta.url));
const VENV = path.join(HERE, '../.cache/bench/venv');

const isMadeFrom = (folder: string, list: string): boolean => {
  const made = path.join(folder, 'made-from');
  return existsSync(made) && readFileSync(made).equals(readFileSync(path.join(HERE, list)));
};

const remember = (folder: string, list: string): void =>
  copyFileSync(path.join(HERE, list), path.join(folder, 'made-from'));

/** True when the JavaScript peers are there or could be installed. */
export function haveJavaScriptPeers(): boolean {
  const folder = path.join(HERE, 'node_modules');
  if (isMadeFrom(folder, 'package-lock.json')) return true;
  return brought('exceljs, hucre, read-excel-file, @e965/xlsx, pdfmake', () => {
    const isWindows = process.platform === 'win32';
    const options = { cwd: HERE, stdio: 'inherit', shell: isWindows } as const;
    execFileSync('npm', ['ci', '--ignore-scripts'], options);
    remember(folder, 'package-lock.json');
  });
}

/** The Python that has openpyxl and typst, or undefined where there is none and none could be made. */
export function pythonOfPeers(): string | undefined {
  const python = path.join(VENV, 'bin/python');
  if (isMadeFrom(VENV, 'requirements.txt')) return python;
  const isThere = brought('openpyxl, typst', () => {
    rmSync(VENV, { recursive: true, force: true });
    mkdirSync(path.dirname(VENV), { recursive: true });
    execFileSync('python3', ['-m', 'venv', VENV], { stdio: 'inherit' });
    const list = path.join(HERE, 'requirements.txt');
    execFileSync(python, ['-m', 'pip', 'install', '--quiet', '--no-deps', '--requirement', list], {
      stdio: 'inherit',
    });
    remember(VENV, 'requirements.txt');
  });
  return isThere ? python : undefined;
}

function brought(what: string, bring: () => void): boolean {
  try {
    bring();
    return true;
  } catch (error) {
    const reason = error instanceof Error ? error.message.split('\n')[0] : String(error);
    process.stderr.write(`\n*** NOT MEASURED: ${what} could not be installed: ${reason}\n\n`);
    return false;
  }
}
