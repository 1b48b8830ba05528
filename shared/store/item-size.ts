/** What a DynamoDB item may weigh, attribute names included. */
export const ITEM_LIMIT_BYTES = 400 * 1024;

const encoder = new TextEncoder();

/** DynamoDB counts up to 21 bytes for a number, and 3 for a list or map with 1 for each element. */
const NUMBER_BYTES = 21;
const CONTAINER_BYTES = 3;
const ELEMENT_BYTES = 1;

const utf8Bytes = (text: string): number => encoder.encode(text).length;

/**
 * Upper bound of an item's size in bytes as DynamoDB counts it: texts in UTF-8, so that a Chinese
 * character weighs three. (Local stand-ins count characters and would let too much pass.)
 */
export function itemBytes(value: unknown): number {
  if (typeof value === 'string') return utf8Bytes(value);
  if (typeof value === 'number') return NUMBER_BYTES;
  if (value === undefined) return 0;
  if (Array.isArray(value)) {
    const elements = value.map((element) => itemBytes(element) + ELEMENT_BYTES);
    return CONTAINER_BYTES + elements.reduce((sum, bytes) => sum + bytes, 0);
  }
  if (typeof value === 'object' && value !== null) {
    let bytes = CONTAINER_BYTES;
    for (const [name, member] of Object.entries(value)) {
      bytes += utf8Bytes(name) + itemBytes(member) + ELEMENT_BYTES;
    }
    return bytes;
  }
  return ELEMENT_BYTES; // null, true and false
}

/**
 * Throws if an item is too large to store. What a unit can cause (a row of endless texts) is found
 * by the rules long before, so this is our own fault.
 */
export function assertItemFits(item: { readonly pk: string; readonly sk: string }): void {
  const bytes = itemBytes(item);
  if (bytes > ITEM_LIMIT_BYTES) {
    throw new Error(
      `item ${item.pk} ${item.sk} has ${bytes} bytes, more than DynamoDB's ${ITEM_LIMIT_BYTES}`,
    );
  }
}
