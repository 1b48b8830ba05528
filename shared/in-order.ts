/**
 * Loads something for each item, a few at a time, and hands them over in the order of the items. No
 * more than `atOnce` are under way or waiting to be taken.
 */
export async function* inOrder<Item, Loaded>(
  items: Iterable<Item>,
  atOnce: number,
  load: (item: Item) => Promise<Loaded>,
): AsyncGenerator<Loaded> {
  const underWay: Promise<Loaded>[] = [];
  try {
    for (const item of items) {
      const loading = load(item);
      // Whoever takes it hears of its failure; nobody else should.
      loading.catch(() => {});
      underWay.push(loading);
      if (underWay.length < atOnce) continue;
      const first = underWay.shift();
      if (first !== undefined) yield await first;
    }
    for (const loading of underWay) yield await loading;
  } finally {
    // A consumer that goes away early leaves nothing at work behind it.
    await Promise.allSettled(underWay);
  }
}
