import { openPen, type Pen } from './pen.ts';

/** Objects that are no streams and are packed together as one. */
export class ObjectGroup {
  /** In the order in which they were added. */
  readonly numbers: number[] = [];
  readonly #index = openPen();
  readonly #bodies = openPen();

  add(number: number, write: (pen: Pen) => void): void {
    if (this.numbers.length > 0) this.#bodies.write('\n');
    this.numbers.push(number);
    this.#index.writeNumber(number);
    this.#index.write(' ');
    this.#index.writeNumber(this.#bodies.length);
    this.#index.write(' ');
    write(this.#bodies);
  }

  /** Contents and entries of the stream that holds them; the group begins anew. */
  take(): { readonly bytes: Uint8Array; readonly entries: string } {
    const entries = `/Type/ObjStm/N ${this.numbers.length}/First ${this.#index.length}`;
    const bytes = Buffer.concat([this.#index.take(), this.#bodies.take()]);
    this.numbers.length = 0;
    return { bytes, entries };
  }
}
