import { readSerial } from '../rows/read-serial.ts';

/** Serials with runs drawn together: 3、14-26. What is no whole number is left out. */
export function serialRanges(texts: readonly string[]): string {
  const ranges: { from: number; to: number }[] = [];
  for (const text of texts) {
    const serial = readSerial(text);
    const last = ranges.at(-1);
    if (serial === null) continue;
    if (last !== undefined && serial === last.to + 1) last.to = serial;
    else ranges.push({ from: serial, to: serial });
  }
  return ranges.map(({ from, to }) => (from === to ? `${from}` : `${from}-${to}`)).join('、');
}
