import { NoSuchKey } from '@aws-sdk/client-s3';
import { expect, test } from 'vitest';
import * as z from 'zod';
import { loggable, withoutContent } from './loggable.ts';

/** What a call throws. */
function thrownBy(call: () => unknown): unknown {
  try {
    call();
  } catch (error) {
    return error;
  }
  throw new Error('nothing was thrown');
}

const PLANTED = ['张三丰', 'Zhang Sanfeng', '93321.70', '0755-28906666', '13800138000'];

test.each<[string, () => unknown]>([
  ['JSON.parse', () => JSON.parse(`Zhang Sanfeng 张三丰 13800138000 93321.70 0755-28906666`)],
  ['a property', () => (undefined as unknown as Record<string, unknown>)['Zhang Sanfeng 张三丰']],
  ['zod', () => z.object({ a: z.literal(['张三丰', '93321.70']) }).parse({ a: 'Zhang Sanfeng' })],
  [
    'a library',
    () => {
      throw new Error('Wrong cell value: 张三丰 93321.70, "Zhang Sanfeng\n13800138000');
    },
  ],
  [
    'a service',
    () => {
      throw Object.assign(new NoSuchKey({ message: 'The key does not exist.', $metadata: {} }), {
        Key: 'uploads/2021/LG-FGJ/张三丰 13800138000.xlsx',
      });
    },
  ],
  [
    'a cause',
    () => {
      throw new Error('outside', { cause: new Error("inside: 'Zhang Sanfeng'") });
    },
  ],
])('nothing is quoted of what %s chokes on', (_who, call) => {
  const error = thrownBy(call);
  const logged = JSON.stringify([loggable(error), withoutContent(error).stack]);
  for (const planted of PLANTED) expect(logged).not.toContain(planted);
  expect(logged).toContain('loggable.test.ts');
});

test('what an operator needs is kept', () => {
  const error = Object.assign(new Error("the table isn't there: no rows for submissions/2021/LG"), {
    $metadata: { httpStatusCode: 400, requestId: 'A1' },
  });
  expect(loggable(error)).toMatchObject({
    name: 'Error',
    message: "the table isn't there: no rows for submissions/2021/LG",
    answer: { status: 400, requestId: 'A1' },
  });
  const check = thrownBy(() => z.object({ rows: z.array(z.number()) }).parse({ rows: ['一'] }));
  expect(loggable(check).message).toBe('invalid_type rows.0');
  expect(loggable('text').message).toBe('');
});
