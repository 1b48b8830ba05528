import type { ApiPorts } from '../../shared/api-ports.ts';
import type { Verifier } from './identity/caller.ts';
import type { OwnAccounts } from './identity/own-accounts.ts';
import type { ProviderSignIn } from './identity/provider-sign-in.ts';

/** What every route may use. */
export interface Api {
  readonly ports: ApiPorts;
  /** Tells who a token speaks for. */
  readonly verify: Verifier;
  /** Null where people sign in with an identity provider. */
  readonly own: OwnAccounts | null;
  /** How the pages sign people in at that provider; null where they cannot, or have no need to. */
  readonly signIn: ProviderSignIn | null;
  /** Where the pages are, without a slash at its end; null: where the API is. */
  readonly portalOrigin: string | null;
}
