import { readCsv } from './csv/read-csv.ts';
import { decodeText } from './decode-text.ts';
import type { ReadLimits } from './limits.ts';
import { lookAtCompound } from './look-at-compound.ts';
import { lookAtPackage } from './look-at-package.ts';
import { readOds } from './ods/read-ods.ts';
import type { PackedResult } from './packed-sheets.ts';
import { damaged, Refused } from './refused.ts';
import { sniff, sniffText } from './sniff.ts';
import { keepTextsBesideCells } from './texts-beside-cells.ts';
import { repack } from './vendor/repack.ts';
import { WorkbookPacker } from './workbook-packer.ts';
import { readXlsx, workbookPartOf } from './xlsx/read-xlsx.ts';
import { ZipPackage } from './zip/zip-package.ts';

/** What the bytes hold, packed, or why they were not read. Whatever the bytes are, this resolves. */
export async function readPacked(bytes: Uint8Array, limits: ReadLimits): Promise<PackedResult> {
  const packer = new WorkbookPacker(limits);
  try {
    await readInto(packer, bytes);
    return packer.packed();
  } catch (error) {
    if (error instanceof Refused) return { ok: false, refusal: error.refusal };
    throw error;
  }
}

async function readInto(packer: WorkbookPacker, bytes: Uint8Array): Promise<void> {
  const { fileBytes } = packer.limits;
  if (bytes.length === 0) throw new Refused({ kind: 'empty' });
  if (bytes.length > fileBytes) {
    throw new Refused({ kind: 'too-large', bytes: bytes.length, limit: fileBytes });
  }
  const file = sniff(bytes);
  if (file.kind === 'zip') await readPackage(bytes, packer);
  else if (file.kind === 'compound') await readCompound(bytes, packer);
  else if (file.kind === 'text') readText(bytes, packer);
  else if (file.kind === 'secured')
    throw new Refused({ kind: 'encrypted', by: 'security-software' });
  else if (file.kind === 'unsaved') throw damaged('truncated');
  else throw new Refused({ kind: 'not-a-workbook', looksLike: file.looksLike });
}

async function readPackage(bytes: Uint8Array, packer: WorkbookPacker): Promise<void> {
  const file = new ZipPackage(bytes, packer.limits);
  const workbookPart = workbookPartOf(file, packer);
  const kind = lookAtPackage(file, workbookPart);
  keepTextsBesideCells(file, packer);
  if (kind === 'xlsx') {
    readXlsx(file, workbookPart, packer);
    if (packer.oddFormats.length === 0) return;
    const { showOddFormats } = await import('./vendor/show-odd-formats.ts');
    await showOddFormats(packer);
  } else if (kind === 'ods') {
    readOds(file.part('content.xml') ?? new Uint8Array(), packer);
  } else {
    const { readByVendor } = await import('./vendor/read-by-vendor.ts');
    await readByVendor(repack(file, packer.limits.vendorBytes), kind, packer);
  }
}

async function readCompound(bytes: Uint8Array, packer: WorkbookPacker): Promise<void> {
  const records = lookAtCompound(bytes, packer.limits);
  const { readByVendor } = await import('./vendor/read-by-vendor.ts');
  await readByVendor(records, 'xls', packer);
}

function readText(bytes: Uint8Array, packer: WorkbookPacker): void {
  const text = decodeText(bytes);
  if (text === undefined) throw new Refused({ kind: 'not-a-workbook', looksLike: 'unknown' });
  if (text.trim() === '') throw new Refused({ kind: 'empty' });
  const looksLike = sniffText(text);
  if (looksLike !== undefined) throw new Refused({ kind: 'not-a-workbook', looksLike });
  readCsv(text, packer);
}
