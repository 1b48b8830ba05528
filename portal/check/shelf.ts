import type { CheckState } from './check-state.ts';

/*
 * What lies on a page that was left, so that coming back, by a link or the browser's own button, finds it
 * as it was. In memory alone: it ends with the tab, or when its owner signs out.
 */

const shelf = new Map<string, CheckState>();

/** The state a page was left in; undefined when there was none, or nothing on it. */
export const takeFromShelf = (page: string): CheckState | undefined => shelf.get(page);

/** Keeps the state of a page that is left. Whatever was under way will be begun anew. */
export function putOnShelf(page: string, state: CheckState): void {
  if (state.chosen === null) shelf.delete(page);
  else shelf.set(page, { ...state, stage: null });
}

/** Forgets what lies on every page. */
export const clearShelf = (): void => shelf.clear();
