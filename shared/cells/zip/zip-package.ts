import type { ReadLimits } from '../limits.ts';
import { checkDirectory } from './check-directory.ts';
import { inflateEntry } from './inflate-entry.ts';
import { readDirectory, type ZipEntry } from './zip-directory.ts';

/** A zip package whose directory was found harmless. Parts are inflated when asked for, one by one. */
export class ZipPackage {
  private readonly bytes: Uint8Array;
  private readonly limits: ReadLimits;
  private readonly entries: ReadonlyMap<string, ZipEntry>;

  constructor(bytes: Uint8Array, limits: ReadLimits) {
    const entries = readDirectory(bytes, limits.zipEntries);
    checkDirectory(entries, bytes.length, limits);
    this.bytes = bytes;
    this.limits = limits;
    this.entries = new Map(entries.map((entry) => [entry.name.toLowerCase(), entry]));
  }

  /** Names as written, in the directory's order. */
  names(): readonly string[] {
    return [...this.entries.values()].map(({ name }) => name);
  }

  /** Capitals do not matter, as in Excel. */
  has(name: string): boolean {
    return this.entries.has(name.toLowerCase());
  }

  /** A part's bytes; undefined when there is none of that name. */
  part(name: string): Uint8Array | undefined {
    const entry = this.entries.get(name.toLowerCase());
    return entry === undefined ? undefined : inflateEntry(this.bytes, entry, this.limits);
  }
}
