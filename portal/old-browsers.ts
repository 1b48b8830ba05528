/*
 * What the pages and the shared code call and the Chromium of 2020 lacks. Syntax is lowered by the build;
 * methods are not. Loaded first, by the page and by its worker.
 */

type Method = (this: never, ...given: never[]) => unknown;

/** Defines the methods that a prototype lacks; what the browser has stays. */
function complete(prototype: object, methods: Readonly<Record<string, Method>>): void {
  for (const [name, value] of Object.entries(methods)) {
    if (name in prototype) continue;
    Object.defineProperty(prototype, name, { value, writable: true, configurable: true });
  }
}

function at(this: ArrayLike<unknown>, index: number): unknown {
  const place = Math.trunc(index) || 0;
  return this[place < 0 ? this.length + place : place];
}

complete(Array.prototype, {
  at,
  findLast(this: unknown[], is: (item: unknown) => boolean) {
    return [...this].reverse().find(is);
  },
  toReversed(this: unknown[]) {
    return [...this].reverse();
  },
  toSorted(this: unknown[], compare?: (a: unknown, b: unknown) => number) {
    return [...this].sort(compare);
  },
  toSpliced(this: unknown[], start: number, count: number, ...items: unknown[]) {
    const copy = [...this];
    copy.splice(start, count, ...items);
    return copy;
  },
});
/** Halves of characters, which no text should hold. */
const LONE_SURROGATE = /[\uD800-\uDBFF](?![\uDC00-\uDFFF])|(?<![\uD800-\uDBFF])[\uDC00-\uDFFF]/g;

complete(String.prototype, {
  at,
  toWellFormed(this: string) {
    return this.replace(LONE_SURROGATE, '\uFFFD');
  },
});
complete(Object.getPrototypeOf(Uint8Array.prototype) as object, { at });
complete(Object, {
  hasOwn: (object: object, key: PropertyKey) =>
    Reflect.getOwnPropertyDescriptor(object, key) !== undefined,
});
complete(Map, {
  groupBy(this: never, items: Iterable<unknown>, keyOf: (item: unknown, index: number) => unknown) {
    const groups = new Map<unknown, unknown[]>();
    let index = 0;
    for (const item of items) {
      const key = keyOf(item, index);
      groups.set(key, [...(groups.get(key) ?? []), item]);
      index += 1;
    }
    return groups;
  },
});
