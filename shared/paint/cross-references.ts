/** Bytes of a field of the cross-reference stream: kind of entry, place, place within. */
export const ENTRY_FIELDS = [1, 4, 2] as const;
const ENTRY_LENGTH = 7;

/** Where each object stands. Entry 0 is the head of the list of free numbers, which has no other. */
export class CrossReferences {
  readonly #entries = new Map<number, readonly [kind: number, place: number, within: number]>();

  set(number: number, kind: number, place: number, within: number): void {
    this.#entries.set(number, [kind, place, within]);
  }

  bytes(size: number): Uint8Array {
    const view = new DataView(new ArrayBuffer(size * ENTRY_LENGTH));
    view.setUint16(ENTRY_LENGTH - 2, 0xffff);
    for (const [number, [kind, place, within]] of this.#entries) {
      view.setUint8(number * ENTRY_LENGTH, kind);
      view.setUint32(number * ENTRY_LENGTH + 1, place);
      view.setUint16(number * ENTRY_LENGTH + 5, within);
    }
    return new Uint8Array(view.buffer);
  }
}
