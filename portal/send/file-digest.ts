import { sha256 } from '@noble/hashes/sha2.js';

/** The SHA-256 of a file as 64 hex digits, computed here. */
export const sha256OfFile = async (file: File): Promise<string> =>
  [...sha256(new Uint8Array(await file.arrayBuffer()))]
    .map((byte) => byte.toString(16).padStart(2, '0'))
    .join('');
