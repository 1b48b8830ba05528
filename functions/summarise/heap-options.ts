/**
 * What Node is told in the function that rebuilds summaries. Nearly all that a rebuild makes lives for a
 * row: left to itself, Node keeps some 100 MiB more for what is new than this takes. Measured in
 * `npm run bench`: see docs/scale-summary.md.
 */
export const HEAP_OPTIONS = '--max-semi-space-size=8';
