/** A text as its words are looked for and compared: NFKC, without white space. Never printed. */
export const compactText = (text: string): string => text.normalize('NFKC').replace(/\s+/gu, '');
