import { expect, test } from 'vitest';
import { type AnswerKind, answerKind, explainsNothing } from './answer-kinds.ts';

test.each<[string, AnswerKind]>([
  ['', 'blank'],
  [' \n', 'blank'],
  ['无', 'none'],
  ['暂无。', 'none'],
  ['—', 'none'],
  ['——', 'none'],
  ['−', 'none'],
  ['／', 'none'],
  ['……', 'none'],
  ['不适用', 'not-applicable'],
  ['已全部完成', 'done'],
  ['验收合格', 'passed'],
  ['无投诉', 'text'],
  ['95%', 'text'],
])('“%s” amounts to %s', (text, kind) => {
  expect(answerKind(text)).toBe(kind);
});

test.each(['', '无', '目前暂无问题', '不需要整改', '—', '……', '/', '***', '正常'])(
  '“%s” explains nothing',
  (text) => {
    expect(explainsNothing(text)).toBe(true);
  },
);

test.each(['合同尾款下年支付', '无法按期验收', '正常结余，项目招标节约'])(
  '“%s” explains something',
  (text) => {
    expect(explainsNothing(text)).toBe(false);
  },
);
