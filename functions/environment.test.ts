import { expect, test } from 'vitest';
import { readEnvironment, siteIn } from './environment.ts';

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
  PUBLISH_QUEUE_URL: 'https://sqs.cn-north-1.amazonaws.com.cn/1/publish',
  PUBLIC_BUCKET: 'public',
};

test('reads what the stack tells every function', () => {
  expect(readEnvironment({ ...complete, PATH: '/bin' })).toEqual(complete);
  expect(readEnvironment({ ...complete, FONTS_DIRECTORY: 'fonts' }).FONTS_DIRECTORY).toBe('fonts');
});

test('names what is missing', () => {
  const { TABLE_NAME: _, ...rest } = complete;
  expect(() => readEnvironment(rest)).toThrow(/TABLE_NAME/);
});

test('the public site: what it says of itself, or a name alone', () => {
  const site = {
    name: '某区公开',
    address: 'https://example.test/',
    footer: ['备案号', { text: 'ICP', href: 'https://beian.miit.gov.cn/' }],
  };
  expect(siteIn({ SITE: JSON.stringify(site) })).toEqual(site);
  expect(siteIn({})).toEqual({ name: '部门预算项目绩效自评公开', address: null, footer: [] });
  expect(() => siteIn({ SITE: '{"address":"https://example.test"}' })).toThrow();
});
