import { compactText } from '../compact-text.ts';

const SERIAL = /^(?:第|no\.?)?\(?(\d{1,6})(?:\.0+)?\)?[.,、。)]?(?:号|项)?$/iu;

/**
 * The whole number of a 序号 such as 5, ５, “5.”, “（6）”, ⑦, 8.0 or 第9号; null for anything else.
 */
export function readSerial(text: string): number | null {
  const match = SERIAL.exec(compactText(text));
  return match === null ? null : Number(match[1]);
}
