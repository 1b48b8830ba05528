import { describe, expect, test } from 'vitest';
import { inOrder } from './in-order.ts';
import { inStep } from './in-step.ts';

async function* counting(to: number, read: number[] = []): AsyncGenerator<number> {
  for (let number = 1; number <= to; number += 1) {
    read.push(number);
    yield number;
  }
}

describe('in step', () => {
  test('every consumer gets every item, and each is read once', async () => {
    const read: number[] = [];
    const got: number[][] = [[], [], []];
    await inStep(
      counting(5, read),
      got.map((own) => async (items) => {
        for await (const item of items) own.push(item);
      }),
    );
    expect(read).toEqual([1, 2, 3, 4, 5]);
    expect(got).toEqual([read, read, read]);
  });

  test('the next item is read when all have asked for it', async () => {
    const read: number[] = [];
    const slow = Promise.withResolvers<void>();
    const done = inStep(counting(9, read), [
      async (items) => {
        for await (const _ of items);
      },
      async (items) => {
        for await (const item of items) if (item === 2) await slow.promise;
      },
    ]);
    await new Promise((resolve) => setImmediate(resolve));
    expect(read).toEqual([1, 2]);
    slow.resolve();
    await done;
    expect(read).toHaveLength(9);
  });

  test('one that asks for nothing, or stops early, keeps nobody waiting', async () => {
    const got: number[] = [];
    await inStep(counting(3), [
      async () => {},
      async (items) => {
        for await (const item of items) if (item === 1) break;
      },
      async (items) => {
        for await (const item of items) got.push(item);
      },
    ]);
    expect(got).toEqual([1, 2, 3]);
  });

  test('a failure of one is told to the others and thrown', async () => {
    const heard: unknown[] = [];
    const done = inStep(counting(9), [
      async (items) => {
        try {
          for await (const _ of items);
        } catch (error) {
          heard.push(error);
          throw error;
        }
      },
      async (items) => {
        for await (const item of items) if (item === 3) throw new Error('full');
      },
    ]);
    await expect(done).rejects.toThrow('full');
    expect(heard).toEqual([new Error('full')]);
  });

  test('a failure of the source reaches all', async () => {
    async function* failing(): AsyncGenerator<number> {
      yield 1;
      throw new Error('unread');
    }
    const take = async (items: AsyncIterable<number>): Promise<void> => {
      for await (const _ of items);
    };
    await expect(inStep(failing(), [take, take])).rejects.toThrow('unread');
  });
});

describe('in order', () => {
  const pace = (atOnce: number) => ({ atOnce, weightOf: () => 1, most: 100 });

  test('heavy items are loaded alone, light ones beside each other', async () => {
    const underWay = new Set<number>();
    const heaviest: number[] = [];
    const load = async (item: number): Promise<number> => {
      underWay.add(item);
      heaviest.push([...underWay].reduce((sum, one) => sum + one, 0));
      await new Promise((resolve) => setImmediate(resolve));
      underWay.delete(item);
      return item;
    };
    const items = [1, 2, 3, 900, 4, 5, 10, 11];
    const got: number[] = [];
    const byWeight = { atOnce: 4, weightOf: (item: number) => item, most: 20 };
    for await (const loaded of inOrder(items, byWeight, load)) got.push(loaded);
    expect(got).toEqual(items);
    expect(heaviest.filter((weight) => weight > 20)).toEqual([900]);
    expect(Math.max(...heaviest.filter((weight) => weight <= 20))).toBeGreaterThan(11);
  });

  test('a few at a time, handed over in order', async () => {
    let underWay = 0;
    let most = 0;
    const items = [5, 1, 4, 2, 3, 9, 7];
    const load = async (item: number): Promise<number> => {
      underWay += 1;
      most = Math.max(most, underWay);
      for (let turn = 0; turn < item; turn += 1) await Promise.resolve();
      underWay -= 1;
      return item * 10;
    };
    const got: number[] = [];
    for await (const loaded of inOrder(items, pace(3), load)) got.push(loaded);
    expect(got).toEqual(items.map((item) => item * 10));
    expect(most).toBeGreaterThan(1);
    expect(most).toBeLessThanOrEqual(3);
  });

  test('a failure is thrown where its item would have been', async () => {
    const got: number[] = [];
    const load = async (item: number): Promise<number> => {
      if (item === 3) throw new Error('third');
      return item;
    };
    const take = async (): Promise<void> => {
      for await (const loaded of inOrder([1, 2, 3, 4, 5], pace(4), load)) got.push(loaded);
    };
    await expect(take()).rejects.toThrow('third');
    expect(got).toEqual([1, 2]);
  });
});
