/**
 * Why the local system cannot start or go on, said to the person who started it: Chinese first,
 * English beside, naming the thing and the remedy. Printed as one line, exit 2; anything else that
 * is thrown is our own fault.
 */
export class StartError extends Error {
  override readonly name = 'StartError';

  /** `en` is left out where `zh` says both already. */
  constructor(zh: string, en?: string, cause?: unknown) {
    super(en === undefined ? zh : `${zh} / ${en}`, { cause });
  }
}
