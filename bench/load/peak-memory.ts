import { readdirSync, readFileSync } from 'node:fs';
import process from 'node:process';

const LOOK_MS = 500;
const PAGE_KIB = 4;

/**
 * Watches what this process and all it started hold together, as Linux counts it (pages that several
 * share are counted for each). `stop` returns the peak in MiB; NaN on other systems.
 */
export function peakOfTree(): { readonly stop: () => number } {
  let peak = Number.NaN;
  const look = (): void => {
    try {
      peak = Math.max(Number.isNaN(peak) ? 0 : peak, residentMiB());
    } catch {
      // No /proc: nothing to tell.
    }
  };
  const timer = setInterval(look, LOOK_MS);
  return {
    stop() {
      clearInterval(timer);
      return peak;
    },
  };
}

function residentMiB(): number {
  const parents = new Map<number, number>();
  const pages = new Map<number, number>();
  for (const name of readdirSync('/proc')) {
    if (!/^\d+$/.test(name)) continue;
    try {
      const stat = readFileSync(`/proc/${name}/stat`, 'utf8');
      // Behind the name in parentheses: state, parent.
      parents.set(Number(name), Number(stat.slice(stat.lastIndexOf(')') + 2).split(' ')[1]));
      const held = readFileSync(`/proc/${name}/statm`, 'utf8').split(' ')[1];
      pages.set(Number(name), Number(held));
    } catch {
      // It ended while we looked.
    }
  }
  let sum = 0;
  for (const [id, held] of pages) if (isOurs(id, parents)) sum += held;
  return (sum * PAGE_KIB) / 1024;
}

function isOurs(id: number, parents: ReadonlyMap<number, number>): boolean {
  for (let at: number | undefined = id; at !== undefined && at > 1; at = parents.get(at)) {
    if (at === process.pid) return true;
  }
  return false;
}
