/** Marks an output that the outputs bucket takes out by itself after some weeks. */
export const PASSING_TAG = { name: 'passing', value: 'yes' } as const;
