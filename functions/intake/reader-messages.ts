import type { PackedResult } from '../../shared/cells/packed-sheets.ts';

/** What the parent sends: the bytes of one workbook. */
export interface ReadRequest {
  readonly bytes: Uint8Array;
}

/** What the child answers: that it can begin, what it read, or a fault of the reader itself. */
export type ReadReply =
  | { readonly kind: 'ready' }
  | { readonly kind: 'read'; readonly result: PackedResult }
  | { readonly kind: 'fault'; readonly stack: string };
