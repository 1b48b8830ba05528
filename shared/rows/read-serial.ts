const SERIAL = /^\(?(\d{1,6})[).、]?$/u;

/** The whole number of a 序号 such as 5, ５, “5.” or “（6）”; null for anything else. */
export function readSerial(text: string): number | null {
  const match = SERIAL.exec(text.normalize('NFKC').replace(/\s+/gu, ''));
  return match === null ? null : Number(match[1]);
}
