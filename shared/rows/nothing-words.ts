import { compactText } from '../compact-text.ts';

/*
 * Words that say there is nothing. They are kept as typed and told apart from each other and from a
 * blank cell: 无 is an answer, a blank is none.
 */

const DASHES = /^[-—–―─−/\\、.。…]+$/u;
const NOTHING = /^(?:无|暂无|没有|不适用|不涉及|N\/?A)[。.]?$/iu;

/** True for a text of dashes, slashes and dots alone, which stand for nothing: —, ——, /, ……. */
export const isDashes = (text: string): boolean => DASHES.test(compactText(text));

/** True for a text that stands where there is no figure: blank, —, /, 无, 暂无, 不适用. */
export function saysNothing(text: string): boolean {
  const bare = compactText(text);
  return bare === '' || DASHES.test(bare) || NOTHING.test(bare);
}
