import { damaged } from '../refused.ts';

/*
 * The OLE compound file ([MS-CFB]): a file system in a file, the shell of .xls, .et, .doc and of
 * everything encrypted. Only what tells one from the other is read here.
 */

/** A stream or storage in the directory. */
interface DirectoryEntry {
  readonly name: string;
  readonly start: number;
  readonly size: number;
}

/** Sector numbers from here on are marks: end of a chain, free. */
const FIRST_MARK = 0xfffffffa;
const DIRECTORY_ENTRY_BYTES = 128;
const HEADER_BYTES = 512;
const HEADER_FAT_SECTORS = 109;
const MINI_SECTOR_BYTES = 64;
const MOST_ENTRIES = 4096;

/** A compound file, its streams by name. Throws for one that is cut short or leads in circles. */
export class CompoundFile {
  private readonly view: DataView;
  private readonly bytes: Uint8Array;
  private readonly sectorBytes: number;
  private readonly miniCutoff: number;
  /** Sectors that hold the table of which sector follows which. */
  private readonly fat: readonly number[];
  private readonly entries: readonly DirectoryEntry[];

  constructor(bytes: Uint8Array) {
    if (bytes.length < HEADER_BYTES) throw damaged('truncated');
    this.bytes = bytes;
    this.view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
    const shift = this.view.getUint16(30, true);
    if (shift !== 9 && shift !== 12) throw damaged('broken');
    this.sectorBytes = 1 << shift;
    this.miniCutoff = this.view.getUint32(56, true);
    this.fat = this.fatSectors();
    this.entries = this.readDirectory();
  }

  /** True when a stream or storage of that name is anywhere in the file. */
  has(name: string): boolean {
    return this.entries.some((entry) => entry.name === name);
  }

  /** The first bytes of a stream, `most` at most; empty when there is none of that name. */
  stream(name: string, most: number): Uint8Array {
    const entry = this.entries.find((candidate) => candidate.name === name);
    if (entry === undefined) return new Uint8Array();
    const length = Math.min(entry.size, most);
    return entry.size < this.miniCutoff
      ? this.miniStream(entry.start, length)
      : this.chain(entry.start, length);
  }

  private fatSectors(): readonly number[] {
    const sectors: number[] = [];
    for (let index = 0; index < HEADER_FAT_SECTORS; index += 1) {
      const sector = this.view.getUint32(76 + 4 * index, true);
      if (sector < FIRST_MARK) sectors.push(sector);
    }
    let more = this.view.getUint32(68, true);
    const perSector = this.sectorBytes / 4 - 1;
    for (let left = this.view.getUint32(72, true); left > 0 && more < FIRST_MARK; left -= 1) {
      const at = this.sectorAt(more);
      for (let index = 0; index < perSector; index += 1) {
        const sector = this.view.getUint32(at + 4 * index, true);
        if (sector < FIRST_MARK) sectors.push(sector);
      }
      more = this.view.getUint32(at + 4 * perSector, true);
      if (sectors.length * this.sectorBytes > this.bytes.length) throw damaged('broken');
    }
    return sectors;
  }

  private readDirectory(): readonly DirectoryEntry[] {
    const directory = this.chain(
      this.view.getUint32(48, true),
      MOST_ENTRIES * DIRECTORY_ENTRY_BYTES,
    );
    const view = new DataView(directory.buffer);
    const entries: DirectoryEntry[] = [];
    for (let at = 0; at + DIRECTORY_ENTRY_BYTES <= directory.length; at += DIRECTORY_ENTRY_BYTES) {
      const nameBytes = Math.min(64, view.getUint16(at + 64, true));
      if (nameBytes < 2) continue;
      const name = new TextDecoder('utf-16le').decode(directory.subarray(at, at + nameBytes - 2));
      entries.push({
        name,
        start: view.getUint32(at + 116, true),
        size: view.getUint32(at + 120, true),
      });
    }
    return entries;
  }

  /** Bytes of a chain of sectors; a sector that is not there means the file was cut short. */
  private chain(start: number, most: number): Uint8Array {
    const pieces: Uint8Array[] = [];
    let length = 0;
    for (
      let sector = start;
      sector < FIRST_MARK && length < most;
      sector = this.following(sector)
    ) {
      const at = this.sectorAt(sector);
      const piece = this.bytes.subarray(at, at + Math.min(this.sectorBytes, most - length));
      pieces.push(piece);
      length += piece.length;
      if (length > this.bytes.length) throw damaged('broken');
    }
    return joined(pieces, length);
  }

  private following(sector: number): number {
    const perSector = this.sectorBytes / 4;
    const table = this.fat[Math.floor(sector / perSector)];
    if (table === undefined) throw damaged('broken');
    return this.view.getUint32(this.sectorAt(table) + 4 * (sector % perSector), true);
  }

  private sectorAt(sector: number): number {
    const at = (sector + 1) * this.sectorBytes;
    // The last sector may be written in part.
    if (at >= this.bytes.length) throw damaged('truncated');
    if (at + this.sectorBytes > this.bytes.length) throw damaged('truncated');
    return at;
  }

  /** Small streams lie together in the stream of the root, in sectors of 64 bytes. */
  private miniStream(start: number, length: number): Uint8Array {
    const root = this.entries[0];
    if (root === undefined) throw damaged('broken');
    const together = this.chain(root.start, root.size);
    const table = this.chain(this.view.getUint32(60, true), this.bytes.length);
    const view = new DataView(table.buffer);
    const pieces: Uint8Array[] = [];
    let got = 0;
    for (let sector = start; sector < FIRST_MARK && got < length; ) {
      const at = sector * MINI_SECTOR_BYTES;
      const piece = together.subarray(at, at + Math.min(MINI_SECTOR_BYTES, length - got));
      if (piece.length === 0 || 4 * sector + 4 > table.length) throw damaged('broken');
      pieces.push(piece);
      got += piece.length;
      sector = view.getUint32(4 * sector, true);
    }
    return joined(pieces, got);
  }
}

function joined(pieces: readonly Uint8Array[], length: number): Uint8Array {
  const whole = new Uint8Array(length);
  let at = 0;
  for (const piece of pieces) {
    whole.set(piece, at);
    at += piece.length;
  }
  return whole;
}
