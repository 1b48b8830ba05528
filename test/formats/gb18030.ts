/*
 * Node decodes GB18030 but does not encode it: the codes are learnt by decoding every one of them.
 */

/** Character → its bytes; of two bytes, or of four for the rest of the first plane. */
const CODES = learnt();

function learnt(): ReadonlyMap<string, readonly number[]> {
  const decoder = new TextDecoder('gb18030');
  const codes = new Map<string, readonly number[]>();
  const learn = (code: readonly number[]): void => {
    const character = decoder.decode(Uint8Array.from(code));
    if ([...character].length === 1 && character !== '\uFFFD' && !codes.has(character)) {
      codes.set(character, code);
    }
  };
  for (let first = 0x81; first <= 0xfe; first += 1) {
    for (let second = 0x40; second <= 0xfe; second += 1) learn([first, second]);
  }
  for (let first = 0x81; first <= 0x84; first += 1) {
    for (let second = 0x30; second <= 0x39; second += 1) {
      for (let third = 0x81; third <= 0xfe; third += 1) {
        for (let fourth = 0x30; fourth <= 0x39; fourth += 1) learn([first, second, third, fourth]);
      }
    }
  }
  return codes;
}

/** A text as Chinese Excel saves a CSV; characters beyond the first plane become question marks. */
export const encodeGb18030 = (text: string): Uint8Array =>
  Uint8Array.from(
    [...text].flatMap((character) => {
      const code = character.codePointAt(0) ?? 0;
      return code < 0x80 ? [code] : (CODES.get(character) ?? [0x3f]);
    }),
  );
