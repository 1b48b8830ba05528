/** What somebody may do. */
export const GROUPS = ['unit', 'department', 'finance', 'auditor'] as const;

/**
 * `unit` sends for its units and sees them; `department` also sees what is below its units; `finance`
 * and `auditor` see every submitter and send for none.
 */
export type Group = (typeof GROUPS)[number];

/** A named person of this installation. */
export interface Account {
  /** What is typed to sign in: see `isAccountName`. */
  readonly name: string;
  /** The person's name, as receipts show it. */
  readonly person: string;
  readonly groups: readonly Group[];
  /** Codes of the units that the person acts for. */
  readonly units: readonly string[];
  /** As `functions/api/identity/passwords.ts` writes it. */
  readonly passwordHash: string;
  /** True until the person replaced the password that an administrator gave. */
  readonly mustChangePassword: boolean;
  /** Counts up with every new password and every change by an administrator: older sessions end. */
  readonly version: number;
  readonly isDisabled: boolean;
}

const NAME = /^[a-z0-9][a-z0-9._-]{1,31}$/;

/** True for 2–32 small letters, digits, dots, hyphens and underscores, a letter or digit first. */
export const isAccountName = (text: string): boolean => NAME.test(text);
