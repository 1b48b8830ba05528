/** Bytes of a field of the cross-reference stream: kind of entry, place, place within. */
export const ENTRY_FIELDS = [1, 4, 2] as const;
const ENTRY_LENGTH = 7;

/** Where each object stands. Entry 0 is the head of the list of free numbers, which has no other. */
class CrossReferences {
  #entries = new DataView(new ArrayBuffer(1024 * ENTRY_LENGTH));

  constructor() {
    this.#entries.setUint16(ENTRY_LENGTH - 2, 0xffff);
  }

  set(number: number, kind: number, place: number, within: number): void {
    const at = number * ENTRY_LENGTH;
    if (at >= this.#entries.byteLength) this.#makeRoom(at);
    this.#entries.setUint8(at, kind);
    this.#entries.setUint32(at + 1, place);
    this.#entries.setUint16(at + 5, within);
  }

  bytes(size: number): Uint8Array {
    return new Uint8Array(this.#entries.buffer, 0, size * ENTRY_LENGTH);
  }

  #makeRoom(at: number): void {
    const larger = new Uint8Array(2 * (at + ENTRY_LENGTH));
    larger.set(new Uint8Array(this.#entries.buffer));
    this.#entries = new DataView(larger.buffer);
  }
}

/** The numbers of a file's objects: given in order from 1, each told once, each with its place. */
export class ObjectNumbers {
  readonly places = new CrossReferences();
  readonly #told: boolean[] = [true];

  next(): number {
    return this.#told.push(false) - 1;
  }

  /** Throws when the object has been told already: one of the two would be lost. */
  tell(number: number): void {
    if (this.#told[number] !== false) throw new Error(`object ${number} of the PDF is told twice`);
    this.#told[number] = true;
  }

  /** Throws when a number was given and its object never told. */
  proveTold(): void {
    const missing = this.#told.indexOf(false);
    if (missing !== -1) throw new Error(`object ${missing} of the PDF was never told`);
  }
}
