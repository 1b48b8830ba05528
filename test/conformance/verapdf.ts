import path from 'node:path';
import { runTool } from './run-tool.ts';
import { INSTALLED } from './tools.ts';

/** PDF/A-3a and PDF/UA-1 as veraPDF calls them. */
export type Flavour = '3a' | 'ua1';

/**
 * What veraPDF finds wrong in PDFs: file → the clauses it does not meet, none when it conforms.
 * Throws when veraPDF says nothing about a file.
 */
export async function failedClauses(
  flavour: Flavour,
  files: readonly string[],
): Promise<Readonly<Record<string, readonly string[]>>> {
  const libraries = path.join(INSTALLED, 'verapdf', '*');
  const main = ['-cp', libraries, 'org.verapdf.apps.GreenfieldCliWrapper'];
  const options = ['--flavour', flavour, '--format', 'text', '--verbose'];
  const { stdout, stderr } = await runTool('java', [...main, ...options, ...files]);
  const said = stdout.toString('utf8');
  const found: Record<string, string[]> = {};
  let clauses: string[] = [];
  for (const line of said.split('\n')) {
    const [, verdict, file] = /^(PASS|FAIL) (.+) (?:3a|ua1)$/.exec(line) ?? [];
    if (file === undefined) {
      const [, clause] = /^\s+FAIL (.+)$/.exec(line) ?? [];
      if (clause !== undefined) clauses.push(clause);
    } else {
      clauses = verdict === 'PASS' ? [] : ['not conforming'];
      found[file] = clauses;
    }
  }
  const silent = files.find((file) => found[file] === undefined);
  if (silent !== undefined) throw new Error(`veraPDF says nothing of ${silent}:\n${said}${stderr}`);
  return found;
}
