/** Days from the approval of a department's final accounts (决算批复) within which its table is public. */
const PUBLICATION_DAYS = 20;

const DAY = 24 * 60 * 60 * 1000;

/** The last day (`YYYY-MM-DD`) on which to publish, for accounts approved on a day. */
export const publicationDueOn = (accountsOn: string): string =>
  new Date(Date.parse(accountsOn) + PUBLICATION_DAYS * DAY).toISOString().slice(0, 10);
