/** Takes items one after another, all of them, and resolves when it has made something of them. */
export type Consumer<Item> = (items: AsyncIterable<Item>) => Promise<void>;

/**
 * Hands every item to every consumer, in step: the next one is read when all have asked for it, so that
 * items are read once however many consumers there are, and one at a time is held. If one consumer
 * fails, the others are told when they ask for their next item, and the failure is thrown.
 */
export async function inStep<Item>(
  items: AsyncIterable<Item>,
  consumers: readonly Consumer<Item>[],
): Promise<void> {
  const source = items[Symbol.asyncIterator]();
  let asking: PromiseWithResolvers<IteratorResult<Item>>[] = [];
  let left = consumers.length;
  let failure: { readonly reason: unknown } | null = null;

  const readNext = (): void => {
    if (asking.length < left || asking.length === 0) return;
    const waiting = asking;
    asking = [];
    source.next().then(
      (next) => {
        for (const { resolve } of waiting) resolve(next);
      },
      (reason: unknown) => fail(reason, waiting),
    );
  };
  const fail = (
    reason: unknown,
    waiting: readonly PromiseWithResolvers<IteratorResult<Item>>[],
  ): void => {
    failure ??= { reason };
    for (const { reject } of waiting) reject(failure.reason);
  };
  const share = (): AsyncIterable<Item> => ({
    [Symbol.asyncIterator]: () => ({
      next() {
        if (failure !== null) return Promise.reject(failure.reason);
        const asked = Promise.withResolvers<IteratorResult<Item>>();
        asking.push(asked);
        readNext();
        return asked.promise;
      },
    }),
  });
  const consume = async (consumer: Consumer<Item>): Promise<void> => {
    try {
      await consumer(share());
    } catch (reason) {
      const waiting = asking;
      asking = [];
      fail(reason, waiting);
      throw reason;
    } finally {
      // One that is through, or gave up before the end, keeps nobody waiting.
      left -= 1;
      readNext();
    }
  };
  try {
    await Promise.all(consumers.map(consume));
  } finally {
    await source.return?.();
  }
}
