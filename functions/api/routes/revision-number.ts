import { Refusal } from '../refusal.ts';

/** The parameter `revision`: a whole number from 1. */
export function revisionNumber({ revision = '' }: Readonly<Record<string, string>>): number {
  if (!/^[1-9]\d{0,5}$/.test(revision)) throw new Refusal('not-found');
  return Number(revision);
}
