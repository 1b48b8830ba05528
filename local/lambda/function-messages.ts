/** To a function's process: do this. */
export interface ToFunction {
  readonly id: string;
  readonly event: unknown;
  /** When it will be killed, milliseconds since 1970. */
  readonly deadline: number;
}

/** From a function's process. */
export type FromFunction =
  | { readonly kind: 'ready' }
  | { readonly kind: 'done'; readonly id: string; readonly result: unknown }
  | { readonly kind: 'failed'; readonly id: string; readonly error: string };
