import { hex } from './pdf-file.ts';

/** At most so many mappings may stand in one block of a CMap. */
const BLOCK = 100;

/** The ToUnicode CMap of a font whose CIDs 1, 2, 3… are these code points. */
export function toUnicodeMap(points: readonly number[]): Uint8Array {
  const entries = points.map((point, index) => `<${hex(index + 1)}> <${utf16(point)}>`);
  const blocks: string[] = [];
  for (let from = 0; from < entries.length; from += BLOCK) {
    const block = entries.slice(from, from + BLOCK);
    blocks.push(`${block.length} beginbfchar\n${block.join('\n')}\nendbfchar`);
  }
  return Buffer.from(`${HEAD}\n${blocks.join('\n')}\n${TAIL}\n`, 'latin1');
}

const HEAD = `/CIDInit /ProcSet findresource begin
12 dict begin
begincmap
/CIDSystemInfo << /Registry (Adobe) /Ordering (UCS) /Supplement 0 >> def
/CMapName /Adobe-Identity-UCS def
/CMapType 2 def
1 begincodespacerange
<0000> <FFFF>
endcodespacerange`;

const TAIL = `endcmap
CMapName currentdict /CMap defineresource pop
end
end`;

/** UTF-16, big end first: two code units beyond the basic plane. */
function utf16(point: number): string {
  const text = String.fromCodePoint(point);
  return Array.from({ length: text.length }, (_, index) => hex(text.charCodeAt(index))).join('');
}
