/** The vendor grumbles on the console about number formats it does not know; nobody can act on it. */
export function quietly<T>(work: () => T): T {
  const { error, warn } = console;
  console.error = console.warn = () => {};
  try {
    return work();
  } finally {
    Object.assign(console, { error, warn });
  }
}
