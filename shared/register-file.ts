import { decodeText } from './cells/decode-text.ts';
import { parseRegister, type Register, RegisterError } from './unit.ts';

/**
 * Reads a register of units from the bytes of a CSV file, in UTF-8 or as Chinese Excel saves it
 * (GB18030, UTF-16). Throws RegisterError for a text that is none of them, or no register.
 */
export function readRegister(bytes: Uint8Array): Register {
  const text = decodeText(bytes);
  if (text === undefined) {
    throw new RegisterError('不是文本文件，请另存为 CSV / not a text file: save it as CSV');
  }
  return parseRegister(text);
}
