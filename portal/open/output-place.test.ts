import { expect, test } from 'vitest';
import { detailsKey, otherBasisFolder, reportKey, revisionFolder } from '../../shared/outputs.ts';
import { outputPlace } from './output-place.ts';

const REVISION = { period: '2021', submitter: 'LG-FGJ', revision: 12 };

test('what links of a summary name is found again', () => {
  const folder = revisionFolder(REVISION);
  const report = { kind: 'revision', period: '2021', unit: 'LG-FGJ', revision: 12, name: 'report' };
  expect(outputPlace(reportKey(folder))).toEqual(report);
  expect(outputPlace(reportKey(otherBasisFolder(folder, 'a'.repeat(64))))).toEqual(report);
  expect(outputPlace(detailsKey(REVISION, 'v2'))).toEqual({
    kind: 'summary',
    period: '2021',
    file: 'details/LG-FGJ/0012-v2.xlsx',
  });
});

test.each([
  '',
  'uploads/2021/LG-FGJ/a.xlsx',
  'submissions/2021/LG-FGJ/0001/secret.txt',
  '/etc/passwd',
])('%s names none', (key) => {
  expect(outputPlace(key)).toBeNull();
});
