/** Crockford's alphabet: no I, L, O or U, which are mistaken for others. */
export const CODE_ALPHABET = '0123456789ABCDEFGHJKMNPQRSTVWXYZ';

/** Characters of a code, 5 bits each: 60 bits. */
export const CODE_LENGTH = 12;

const GROUPS = /.{4}/g;

/** The characters of a code as people read them: K7QM-2XPD-9RTA. */
export const codeInGroups = (code: string): string => (code.match(GROUPS) ?? []).join('-');

/**
 * A code as typed from paper: any case, with or without hyphens and spaces, O for 0, I or L for 1. Null for what
 * can be no code.
 */
export function readCheckCode(typed: string): string | null {
  const plain = typed
    .normalize('NFKC')
    .toUpperCase()
    .replace(/[\s\p{Pd}]/gu, '')
    .replaceAll('O', '0')
    .replace(/[IL]/g, '1');
  const isCode =
    plain.length === CODE_LENGTH &&
    [...plain].every((character) => CODE_ALPHABET.includes(character));
  return isCode ? codeInGroups(plain) : null;
}

/** The revision that a stamped copy says it is of. */
export interface StampedPlace {
  readonly period: string;
  /** Code of the submitter. */
  readonly unit: string;
  readonly revision: number;
}

/** What a stamped copy says of itself, as far as it was told. */
export interface ReadStamp {
  /** As `readCheckCode` gives it. */
  readonly code: string;
  /** Null where the code stands alone. */
  readonly place: StampedPlace | null;
}

/** What QR codes say that hold no address. */
const SCANNED = /^JIXIAO\s+(\d{4})\s+(\S+)\s+(\d{1,6}|-)\s+(\S+)$/i;

/** The ends of addresses in QR codes: of the public site, and of the portal. */
const OF_SITE = /^https?:.*[?&]code=([^&#]+)/i;
const OF_PORTAL = /^https?:.*\/codes\/(\d{4})\/([^/]+)\/(\d{1,6})\/([^/?#]+)$/i;

/**
 * A check code as somebody has it: typed from paper, or whatever the QR code beside it says. Null for what
 * holds none.
 */
export function readStamp(text: string): ReadStamp | null {
  const given = text.trim();
  const [, period = '', unit = '', revision = '', last = ''] =
    SCANNED.exec(given) ?? OF_PORTAL.exec(given) ?? [];
  const code = readCheckCode(last || (OF_SITE.exec(given)?.[1] ?? given));
  if (code === null) return null;
  const isPlace = period !== '' && unit !== '-' && revision !== '-';
  const place = isPlace ? { period, unit: unit.toUpperCase(), revision: Number(revision) } : null;
  return { code, place };
}
