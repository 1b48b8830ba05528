import { expect, test } from 'vitest';
import { reminderMessage } from './reminder.ts';

test('a reminder says for whom and until when, in both languages', () => {
  const { subject, text, attributes } = reminderMessage({
    period: '2021',
    unit: 'LG-FGJ',
    dueOn: '2022-05-31',
  });
  expect(subject).toMatch(/^[ -~]{1,99}$/);
  expect(text).toContain('应于 2022-05-31 24:00（北京时间）前报送');
  expect(text).toContain('due by the end of 2022-05-31');
  expect(attributes).toEqual({ kind: 'reminder', period: '2021', unit: 'LG-FGJ' });
});

test('where no day is set, none is named', () => {
  expect(reminderMessage({ period: '2021', unit: 'LG-FGJ', dueOn: null }).text).toMatch(
    /^2021 年度 LG-FGJ：尚未报送/,
  );
});
