/** Controls, format characters, line and paragraph separators, halves of surrogate pairs. */
const UNSEEN = /[\p{Cc}\p{Cf}\p{Zl}\p{Zp}\p{Cs}]/gu;

/**
 * Text from outside (keys, file names, cells) as one line that a terminal only shows: whatever could
 * end the line, move the cursor or turn the text round is spelt out, e.g. `\u001b`.
 */
export const printable = (text: string): string => text.replace(UNSEEN, spelt);

function spelt(character: string): string {
  const code = (character.codePointAt(0) ?? 0).toString(16);
  return code.length > 4 ? `\\u{${code}}` : `\\u${code.padStart(4, '0')}`;
}
