import { randomBytes, randomInt, scrypt, timingSafeEqual } from 'node:crypto';
import { promisify } from 'node:util';

const derive = promisify<string, Buffer, number, object, Buffer>(scrypt);

/** What guessing one password costs: 2^15 × 8 × 3, some 32 MB and a fifth of a second. */
export const COST = { logN: 15, r: 8, p: 3 } as const;

/** Cost of a password's digest; see scrypt. */
export type Cost = { readonly logN: number; readonly r: number; readonly p: number };

const SALT_BYTES = 16;
const DIGEST_BYTES = 32;

/** `scrypt$logN$r$p$salt$digest`: with its cost, so that a later one can be raised. */
export async function hashPassword(password: string, cost: Cost = COST): Promise<string> {
  const salt = randomBytes(SALT_BYTES);
  return hashText(cost, salt, await digestOf(password, salt, cost));
}

const hashText = ({ logN, r, p }: Cost, salt: Buffer, digest: Buffer): string =>
  ['scrypt', logN, r, p, ...[salt, digest].map((bytes) => bytes.toString('base64url'))].join('$');

/** The hash of no password, made at once: looking at one for nobody takes as long as for somebody. */
export const nobodysHash = (cost: Cost = COST): string =>
  hashText(cost, randomBytes(SALT_BYTES), randomBytes(DIGEST_BYTES));

/** True if the password is the one that was hashed. Throws for what is no hash. */
export async function isPassword(password: string, hash: string): Promise<boolean> {
  const [kind, logN, r, p, salt = '', digest = ''] = hash.split('$');
  if (kind !== 'scrypt') throw new Error('an account holds no hash of scrypt');
  const cost = { logN: Number(logN), r: Number(r), p: Number(p) };
  const typed = await digestOf(password, Buffer.from(salt, 'base64url'), cost);
  const kept = Buffer.from(digest, 'base64url');
  return kept.length === typed.length && timingSafeEqual(kept, typed);
}

/** Full-width and half-width digits are one: input methods choose, not people. */
const typedAs = (password: string): string => password.normalize('NFKC');

/** True for two passwords of which each would be taken for the other. */
export const isSamePassword = (one: string, other: string): boolean =>
  typedAs(one) === typedAs(other);

const digestOf = (password: string, salt: Buffer, { logN, r, p }: Cost): Promise<Buffer> =>
  derive(typedAs(password), salt, DIGEST_BYTES, {
    N: 2 ** logN,
    r,
    p,
    maxmem: 128 * 2 ** logN * r * 2,
  });

const KINDS = [/\p{Lu}/u, /\p{Ll}/u, /\p{N}/u, /[^\p{Lu}\p{Ll}\p{N}]/u];

/** True for a password that is long or mixed enough and does not hold the account's name. */
export function isStrong(password: string, account: string): boolean {
  const text = typedAs(password);
  if (text.toLowerCase().includes(account)) return false;
  const length = [...text].length;
  const kinds = KINDS.filter((pattern) => pattern.test(text)).length;
  return length >= 16 || (length >= 10 && kinds >= 3);
}

/** Without those that are read for one another: 0 and O, 1 and l and I. */
const LETTERS = 'abcdefghjkmnpqrstuvwxyzABCDEFGHJKMNPQRSTUVWXYZ23456789';
const GIVEN_LENGTH = 16;

/** A password to hand to somebody once, in four groups to be read out. */
export const madePassword = (): string =>
  Array.from({ length: GIVEN_LENGTH }, (_, index) => {
    const letter = LETTERS[randomInt(LETTERS.length)];
    return index > 0 && index % 4 === 0 ? `-${letter}` : letter;
  }).join('');
