/** Thrown to whoever waited for a sign-in that did not come. */
export class SignedOut extends Error {}
