/**
 * Items that come while a run is under way are taken together by the next one, which begins when that has
 * ended: each is in a run that began after it came.
 */
export function sharedRuns<Item>(
  run: (items: readonly Item[]) => Promise<void>,
): (item: Item) => Promise<void> {
  let underWay: Promise<unknown> = Promise.resolve();
  let next: { readonly items: Item[]; readonly done: Promise<void> } | null = null;
  return (item) => {
    if (next !== null) {
      next.items.push(item);
      return next.done;
    }
    const items = [item];
    const done = underWay.then(() => {
      next = null;
      const running = run(items);
      // Whoever shares it hears of its failure; the next one begins all the same.
      underWay = running.catch(() => {});
      return running;
    });
    next = { items, done };
    return done;
  };
}
