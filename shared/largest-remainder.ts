/**
 * Shares of a whole in units of 1 ÷ `whole`, which add up to it exactly: each share rounded down, and
 * what is missing given one by one to the largest remainders, of equal ones to the first (最大余数法).
 * Parts are whole numbers, none below 0; null where all are 0, for nothing has no shares.
 */
export function largestRemainder(
  parts: readonly number[],
  whole: number,
): readonly number[] | null {
  const sum = parts.reduce((total, part) => total + BigInt(part), 0n);
  if (sum === 0n) return null;
  const exact = parts.map((part) => BigInt(part) * BigInt(whole));
  const shares = exact.map((share) => Number(share / sum));
  const missing = whole - shares.reduce((total, share) => total + share, 0);
  const byRemainder = exact
    .map((share, index) => ({ index, remainder: share % sum }))
    .sort((a, b) =>
      a.remainder === b.remainder ? a.index - b.index : a.remainder > b.remainder ? -1 : 1,
    );
  const given = new Set(byRemainder.slice(0, missing).map(({ index }) => index));
  return shares.map((share, index) => share + (given.has(index) ? 1 : 0));
}
