import type { ReadLimits } from '../limits.ts';
import { Refused } from '../refused.ts';
import { checkDirectory } from './check-directory.ts';
import { inflateEntry } from './inflate-entry.ts';
import { readDirectory, type ZipEntry } from './zip-directory.ts';

/** Parts from this size on are inflated into the same room, one after the other. */
const LARGE = 1024 * 1024;

/** A zip package whose directory was found harmless. Parts are inflated when asked for, one by one. */
export class ZipPackage {
  private readonly bytes: Uint8Array;
  private readonly limits: ReadLimits;
  private readonly entries: ReadonlyMap<string, ZipEntry>;
  /** Room for the largest part; two large parts at once would be a third of what a process may have. */
  private room = new Uint8Array();

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

  /**
   * A part's bytes, to be read before the next part is asked for; undefined when there is none of
   * that name.
   */
  part(name: string): Uint8Array | undefined {
    const entry = this.entries.get(name.toLowerCase());
    return entry === undefined
      ? undefined
      : inflateEntry(this.bytes, entry, this.limits, (size) => this.roomOf(size));
  }

  /** As `part`, but undefined for one that is broken or beyond the limits. */
  intactPart(name: string): Uint8Array | undefined {
    try {
      return this.part(name);
    } catch (error) {
      if (error instanceof Refused) return undefined;
      throw error;
    }
  }

  private roomOf(size: number): Uint8Array {
    if (size < LARGE) return new Uint8Array(size);
    if (this.room.length < size) {
      const sizes = [...this.entries.values()].map(({ inflated }) => inflated + 1);
      const largest = sizes.filter((other) => other <= this.limits.partBytes);
      this.room = new Uint8Array(Math.max(size, ...largest));
    }
    return this.room.subarray(0, size);
  }
}
