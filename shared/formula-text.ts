const FORMULA = /^(?:[\t\r\n]|\s*[=+\-@＝＋－＠])/u;

/**
 * True for a text that Excel, WPS or LibreOffice may take for the beginning of a formula when they open
 * a text file: full-width twins among them, and after blanks that the programs skip.
 */
export const beginsLikeFormula = (text: string): boolean => FORMULA.test(text);
