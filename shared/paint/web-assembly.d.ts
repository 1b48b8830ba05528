/*
 * What is used of WebAssembly. Its types come with the browser's, which must not be at hand elsewhere:
 * `status` or `location` would compile in a Lambda function.
 */
declare namespace WebAssembly {
  interface Memory {
    readonly buffer: ArrayBuffer;
  }
  function instantiate(
    bytes: Uint8Array<ArrayBuffer>,
  ): Promise<{ readonly instance: { readonly exports: object } }>;
}
