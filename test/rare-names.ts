/*
 * Characters of names of people and places that fonts often lack. 㙍 is of Extension A, 𠅤 𤨁 of B, 𫖯 of C, 𬭼
 * 𬬭 of E; 䶮 and 鿏 came into Unicode late; 龍崗 is written in Hong Kong.
 */
export const RARE_NAMES = '㙍𠅤𫖯䶮村，龍崗𤨁村，鿏𬬭𬭼';

/** Of Extension B, and in none of our own fonts. */
export const UNPRINTABLE = '𪚥';
