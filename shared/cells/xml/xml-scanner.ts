import { damaged, tooHeavy } from '../refused.ts';
import { resolveReferences } from './entities.ts';
import { xmlBytes } from './xml-bytes.ts';

const LESS = 0x3c;
const GREATER = 0x3e;
const SLASH = 0x2f;
const BANG = 0x21;
const QUESTION = 0x3f;
const COLON = 0x3a;
const EQUALS = 0x3d;
const QUOTE = 0x22;
const APOSTROPHE = 0x27;
const DASH = 0x2d;
const OPENING_BRACKET = 0x5b;
const CLOSING_BRACKET = 0x5d;

/** Bytes that a character of a text takes at most: `&#x1F600;` and some leading zeros. */
const BYTES_PER_CHARACTER = 12;

const DECODER = new TextDecoder('utf-8', { ignoreBOM: true });

const isSpace = (byte: number): boolean =>
  byte === 0x20 || byte === 0x0a || byte === 0x0d || byte === 0x09;

/**
 * Walks over the tags of an XML part from the first to the last, once, without building anything:
 * linear in time whatever the nesting, constant in memory. Names are compared without their prefix,
 * as producers choose prefixes freely. A DTD refuses the file: packages have none.
 */
export class XmlScanner {
  private readonly bytes: Uint8Array;
  private readonly mostTextBytes: number;
  private readonly mostCharacters: number;
  private at = 0;
  private nameStart = 0;
  private nameEnd = 0;
  private tagEnd = 0;
  /** The tag at hand opens an element; else it closes one. */
  opens = false;
  /** The tag at hand is an element without content. */
  empty = false;
  /** Bytes of the attribute's value found last. */
  valueStart = 0;
  valueEnd = 0;

  constructor(part: Uint8Array, mostCharacters: number) {
    this.bytes = xmlBytes(part);
    this.mostCharacters = mostCharacters;
    this.mostTextBytes = mostCharacters * BYTES_PER_CHARACTER;
  }

  /** Moves to the next tag; false after the last. */
  next(): boolean {
    const { bytes } = this;
    let at = this.at;
    for (;;) {
      while (at < bytes.length && bytes[at] !== LESS) at += 1;
      if (at >= bytes.length) {
        this.at = at;
        return false;
      }
      const second = bytes[at + 1];
      if (second === BANG) at = this.afterDeclaration(at);
      else if (second === QUESTION) at = this.after(at + 2, QUESTION, GREATER);
      else return this.readTag(at);
    }
  }

  /** True when the tag at hand has this name, prefix apart. */
  is(name: string): boolean {
    return this.spells(name, this.nameStart, this.nameEnd);
  }

  /** Finds an attribute by its whole name and leaves its value in `valueStart` and `valueEnd`. */
  find(name: string): boolean {
    return this.findAttribute(name, false);
  }

  /** An attribute's text, undefined when absent. */
  attribute(name: string): string | undefined {
    return this.findAttribute(name, false)
      ? this.decode(this.valueStart, this.valueEnd)
      : undefined;
  }

  /** The same for an attribute with a prefix, whichever it is: `r:id`. */
  prefixedAttribute(name: string): string | undefined {
    return this.findAttribute(name, true) ? this.decode(this.valueStart, this.valueEnd) : undefined;
  }

  /** True for an attribute that says `1`, `true` or `on`. */
  flag(name: string): boolean {
    const value = this.attribute(name);
    return value === '1' || value === 'true' || value === 'on';
  }

  /** A byte of the value found last. */
  byteAt(index: number): number {
    return this.bytes[index] ?? 0;
  }

  /**
   * The text between the opening tag at hand and the next tag, CDATA included, comments apart. The
   * scanner then stands before that tag.
   */
  text(): string {
    return this.empty ? '' : this.textAfterTag();
  }

  /** The text between the tag at hand, opening or closing, and the next one. */
  textAfterTag(): string {
    return resolveReferences(this.textFrom(this.tagEnd));
  }

  /** The whole number that the element at hand holds; -1 when it holds anything else. */
  wholeNumber(): number {
    if (this.empty) return -1;
    let value = 0;
    let at = this.tagEnd;
    const start = at;
    for (; at < this.bytes.length && at - start < 9; at += 1) {
      const digit = (this.bytes[at] ?? 0) - 0x30;
      if (digit < 0 || digit > 9) break;
      value = value * 10 + digit;
    }
    if (at > start && this.bytes[at] === LESS) return value;
    const text = this.text().trim();
    return /^\d{1,9}$/.test(text) ? Number(text) : -1;
  }

  private textFrom(from: number): string {
    let start = from;
    let text = '';
    for (;;) {
      const end = this.indexOf(LESS, start);
      if (end - from > this.mostTextBytes) throw tooHeavy('cell-text', this.mostCharacters);
      text += this.slice(start, end);
      const second = this.bytes[end + 1];
      this.at = end;
      if (second !== BANG && second !== QUESTION) return text;
      const after =
        second === BANG ? this.afterDeclaration(end) : this.after(end, QUESTION, GREATER);
      // References inside CDATA are none: hide the sign that would start one.
      if (this.bytes[end + 2] === OPENING_BRACKET && second === BANG) {
        text += this.slice(end + 9, after - 3).replaceAll('&', '&amp;');
      }
      start = after;
    }
  }

  private decode(start: number, end: number): string {
    if (end - start > this.mostTextBytes) throw tooHeavy('cell-text', this.mostCharacters);
    return resolveReferences(this.slice(start, end));
  }

  /** Short texts are mostly figures: cheaper letter by letter than by the decoder. */
  private slice(start: number, end: number): string {
    if (end - start > 12) return DECODER.decode(this.bytes.subarray(start, end));
    let text = '';
    for (let at = start; at < end; at += 1) {
      const byte = this.bytes[at] ?? 0;
      if (byte >= 0x80) return DECODER.decode(this.bytes.subarray(start, end));
      text += String.fromCharCode(byte);
    }
    return text;
  }

  private readTag(at: number): true {
    const { bytes } = this;
    this.opens = bytes[at + 1] !== SLASH;
    let index = at + (this.opens ? 1 : 2);
    this.nameStart = index;
    for (; index < bytes.length; index += 1) {
      const byte = bytes[index] ?? 0;
      if (byte === COLON) this.nameStart = index + 1;
      else if (byte === GREATER || byte === SLASH || isSpace(byte)) break;
    }
    this.nameEnd = index;
    for (; bytes[index] !== GREATER; index += 1) {
      const byte = bytes[index];
      // Values may hold the sign that ends a tag.
      if (byte === QUOTE || byte === APOSTROPHE) index = this.indexOf(byte, index + 1);
      else if (byte === undefined) throw damaged('broken');
    }
    this.empty = this.opens && bytes[index - 1] === SLASH;
    this.tagEnd = index + 1;
    this.at = this.tagEnd;
    return true;
  }

  private findAttribute(name: string, prefixed: boolean): boolean {
    const { bytes } = this;
    let at = this.nameEnd;
    const end = this.tagEnd - 1;
    while (at < end) {
      while (at < end && (isSpace(bytes[at] ?? 0) || bytes[at] === SLASH)) at += 1;
      const wholeStart = at;
      let localStart = at;
      for (; at < end && bytes[at] !== EQUALS && !isSpace(bytes[at] ?? 0); at += 1) {
        if (bytes[at] === COLON) localStart = at + 1;
      }
      const nameStart = prefixed ? localStart : wholeStart;
      const nameEnd = at;
      while (at < end && bytes[at] !== QUOTE && bytes[at] !== APOSTROPHE) at += 1;
      if (at >= end) return false;
      const valueEnd = this.indexOf(bytes[at] ?? QUOTE, at + 1);
      if ((!prefixed || localStart > wholeStart) && this.spells(name, nameStart, nameEnd)) {
        this.valueStart = at + 1;
        this.valueEnd = valueEnd;
        return true;
      }
      at = valueEnd + 1;
    }
    return false;
  }

  private spells(name: string, start: number, end: number): boolean {
    if (end - start !== name.length) return false;
    for (let index = 0; index < name.length; index += 1) {
      if (this.bytes[start + index] !== name.charCodeAt(index)) return false;
    }
    return true;
  }

  /** Position after a comment, a CDATA section. */
  private afterDeclaration(at: number): number {
    const third = this.bytes[at + 2];
    if (third === DASH) return this.after(at + 4, DASH, DASH, GREATER);
    if (third === OPENING_BRACKET)
      return this.after(at + 9, CLOSING_BRACKET, CLOSING_BRACKET, GREATER);
    // <!DOCTYPE, <!ENTITY: where bombs of entities are kept.
    throw damaged('forged');
  }

  private after(from: number, ...marks: readonly number[]): number {
    const last = marks.length - 1;
    for (let at = this.indexOf(marks[last] ?? 0, from + last); ; ) {
      if (marks.every((mark, index) => this.bytes[at - last + index] === mark)) return at + 1;
      at = this.indexOf(marks[last] ?? 0, at + 1);
    }
  }

  /** What ends within a tag or text must end: a part that does not is cut off. */
  private indexOf(byte: number, from: number): number {
    const { bytes } = this;
    // Nearly always close by; the built-in search pays off only over long stretches.
    const near = Math.min(bytes.length, from + 64);
    for (let at = from; at < near; at += 1) if (bytes[at] === byte) return at;
    const found = bytes.indexOf(byte, near);
    if (found === -1) throw damaged('broken');
    return found;
  }
}
