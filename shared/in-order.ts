/** How much is under way at the same time. */
export interface Pace<Item> {
  /** Items, at the most. */
  readonly atOnce: number;
  /** What an item weighs; together no more than `most`, unless it is a single one. */
  readonly weightOf: (item: Item) => number;
  readonly most: number;
}

/** For what has rows: many small ones at the same time, but no more rows than two of the largest have. */
export const rowPace = <Item>(rowsOf: (item: Item) => number): Pace<Item> => ({
  atOnce: 16,
  weightOf: rowsOf,
  most: 10_000,
});

/**
 * Loads something for each item, some at a time, and hands them over in the order of the items. What is
 * under way or waits to be taken stays within the pace.
 */
export async function* inOrder<Item, Loaded>(
  items: readonly Item[],
  { atOnce, weightOf, most }: Pace<Item>,
  load: (item: Item) => Promise<Loaded>,
): AsyncGenerator<Loaded> {
  const underWay: { readonly loading: Promise<Loaded>; readonly weight: number }[] = [];
  let weight = 0;
  let next = 0;
  const startMore = (): void => {
    for (; next < items.length && underWay.length < atOnce; next += 1) {
      const item = items[next] as Item;
      const own = weightOf(item);
      if (underWay.length > 0 && weight + own > most) return;
      const loading = load(item);
      // Whoever takes it hears of its failure; nobody else should.
      loading.catch(() => {});
      underWay.push({ loading, weight: own });
      weight += own;
    }
  };
  try {
    for (startMore(); underWay.length > 0; startMore()) {
      const [first] = underWay;
      if (first === undefined) return;
      const loaded = await first.loading;
      underWay.shift();
      weight -= first.weight;
      yield loaded;
    }
  } finally {
    // A consumer that goes away early leaves nothing at work behind it.
    await Promise.allSettled(underWay.map(({ loading }) => loading));
  }
}
