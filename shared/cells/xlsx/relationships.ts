import type { ReadLimits } from '../limits.ts';
import { XmlScanner } from '../xml/xml-scanner.ts';
import type { ZipPackage } from '../zip/zip-package.ts';

/** What a part refers to. */
export interface Relationship {
  readonly id: string;
  /** The last word of its type, the same in transitional and strict files: `worksheet`. */
  readonly type: string;
  /** Name of the part it leads to, from the package's root. */
  readonly target: string;
}

const MOST = 10_000;

/** The relationships of a part, in order; none when it has no list of them. */
export function relationshipsOf(
  file: ZipPackage,
  part: string,
  limits: ReadLimits,
): readonly Relationship[] {
  const slash = part.lastIndexOf('/') + 1;
  const folder = part.slice(0, slash);
  const list = file.part(`${folder}_rels/${part.slice(slash)}.rels`);
  if (list === undefined) return [];
  const found: Relationship[] = [];
  const scanner = new XmlScanner(list, limits.cellCharacters);
  while (scanner.next() && found.length < MOST) {
    if (!scanner.opens || !scanner.is('Relationship')) continue;
    if (scanner.attribute('TargetMode')?.toLowerCase() === 'external') continue;
    const type = scanner.attribute('Type') ?? '';
    found.push({
      id: scanner.attribute('Id') ?? '',
      type: type.slice(type.lastIndexOf('/') + 1),
      target: resolved(folder, scanner.attribute('Target') ?? ''),
    });
  }
  return found;
}

/** A target as a part's name: from the root, or relative to the folder, `..` resolved inside the package. */
function resolved(folder: string, target: string): string {
  const path = target.replaceAll('\\', '/');
  const steps: string[] = [];
  for (const step of (path.startsWith('/') ? path : folder + path).split('/')) {
    if (step === '..') steps.pop();
    else if (step !== '' && step !== '.') steps.push(step);
  }
  return steps.join('/');
}
