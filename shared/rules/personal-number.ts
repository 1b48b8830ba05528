/** Kinds of numbers that belong to a person. */
export type PersonalNumber = 'identity' | 'mobile' | 'account';

/** Runs of digits, in groups of three to eight as people type them. */
const DIGITS = /(?<![\d.,])\d{3,}(?:[ -]\d{3,8})*[Xx]?(?![\d.,]*\d)/gu;

/** What follows an amount or a count: 13812345678元 is no mobile number. */
const MEASURE = /^\s*(?:元|万|亿|千|百|个|份|人|吨|公里|平方|㎡|m|k|次|件|套|%|立方)/iu;

/** The kind of the first personal number in a text; each is certain by its check digit or form. */
export function personalNumber(text: string): PersonalNumber | null {
  if (!/\p{Nd}{3}/u.test(text)) return null;
  const plain = text.normalize('NFKC');
  for (const match of plain.matchAll(DIGITS)) {
    if (MEASURE.test(plain.slice(match.index + match[0].length))) continue;
    const kind = kindOf(match[0].replace(/[ -]/gu, '').toUpperCase());
    if (kind !== null) return kind;
  }
  return null;
}

function kindOf(digits: string): PersonalNumber | null {
  if (/^1[3-9]\d{9}$/u.test(digits)) return 'mobile';
  if (isIdentity(digits)) return 'identity';
  return /^(?:62|60|4|5|35)\d{14,17}$/u.test(digits) && isLuhn(digits) ? 'account' : null;
}

const WEIGHTS = [7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2];
const CHECKS = '10X98765432';

/** Resident identity number (GB 11643): region, day of birth, order, check by ISO 7064 MOD 11-2. */
function isIdentity(digits: string): boolean {
  if (
    !/^[1-8]\d{5}(?:19|20)\d{2}(?:0[1-9]|1[0-2])(?:0[1-9]|[12]\d|3[01])\d{3}[\dX]$/u.test(digits)
  ) {
    return false;
  }
  const sum = WEIGHTS.reduce((total, weight, index) => total + weight * Number(digits[index]), 0);
  return CHECKS[sum % CHECKS.length] === digits[17];
}

/** Bank cards (ISO/IEC 7812): every second digit from the right doubled, the sum ends in 0. */
function isLuhn(digits: string): boolean {
  let sum = 0;
  for (const [index, digit] of [...digits].reverse().entries()) {
    const value = Number(digit) * (index % 2 === 0 ? 1 : 2);
    sum += value > 9 ? value - 9 : value;
  }
  return sum % 10 === 0;
}
