import { expect, test } from 'vitest';
import { readEnvironment } from './environment.ts';

const complete = {
  SYSTEM_NAME: 'jixiao-dev',
  NOTICES_TOPIC_ARN: 'arn:aws-cn:sns:cn-north-1:1:notices',
  TABLE_NAME: 'table',
  UPLOADS_BUCKET: 'uploads',
  OUTPUTS_BUCKET: 'outputs',
  INTAKE_QUEUE_URL: 'http://127.0.0.1:9324/000000000000/intake',
  INTAKE_DEAD_LETTER_QUEUE_URL: 'https://sqs.cn-north-1.amazonaws.com.cn/1/dead',
  RENDER_QUEUE_URL: 'https://sqs.cn-north-1.amazonaws.com.cn/1/render',
  SUMMARISE_QUEUE_URL: 'https://sqs.cn-north-1.amazonaws.com.cn/1/summarise',
};

test('reads what the stack tells every function', () => {
  expect(readEnvironment({ ...complete, PATH: '/bin' })).toEqual(complete);
  expect(readEnvironment({ ...complete, FONTS_DIRECTORY: 'fonts' }).FONTS_DIRECTORY).toBe('fonts');
});

test('names what is missing', () => {
  const { TABLE_NAME: _, ...rest } = complete;
  expect(() => readEnvironment(rest)).toThrow(/TABLE_NAME/);
});
