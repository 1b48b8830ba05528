/** FNV-1a of 64 bits: its start and its factor. http://www.isthe.com/chongo/tech/comp/fnv/ */
const OFFSET = 0xcbf29ce484222325n;
const PRIME = 0x100000001b3n;

/**
 * A checksum of a short text as 16 hex digits, over its UTF-8 bytes. It tells a change made by hand or
 * by accident; it is no secret and keeps nobody from computing it anew.
 */
export function checksum(text: string): string {
  let hash = OFFSET;
  for (const byte of new TextEncoder().encode(text)) {
    hash = BigInt.asUintN(64, (hash ^ BigInt(byte)) * PRIME);
  }
  return hash.toString(16).padStart(16, '0');
}
