import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { fileNameOf, isFolderMarker, parseUploadKey, uploadId } from './upload-id.ts';

describe('uploadId', () => {
  test('is 26 hex digits, the same for the same version', () => {
    const id = uploadId('uploads', 'uploads/2021/LG-FGJ/表.xlsx', 'v1');
    expect(id).toMatch(/^[0-9a-f]{26}$/);
    expect(uploadId('uploads', 'uploads/2021/LG-FGJ/表.xlsx', 'v1')).toBe(id);
  });

  test('differs wherever bucket, key or version differ, however they are cut', () => {
    const place = fc.tuple(fc.string(), fc.string(), fc.string());
    fc.assert(
      fc.property(place, place, (one, other) => {
        fc.pre(JSON.stringify(one) !== JSON.stringify(other));
        expect(uploadId(...one)).not.toBe(uploadId(...other));
      }),
    );
    expect(uploadId('a', 'b/c', 'd')).not.toBe(uploadId('a/b', 'c', 'd'));
  });
});

describe('parseUploadKey', () => {
  test('reads period, submitter and file name', () => {
    expect(parseUploadKey('uploads/2021/LG-FGJ/自评表 终稿.xlsx')).toEqual({
      submission: { period: '2021', submitter: 'LG-FGJ' },
      fileName: '自评表 终稿.xlsx',
    });
  });

  test.each([
    'uploads/2021/LG-FGJ/',
    'uploads/2021/LG-FGJ',
    'uploads/2021/表.xlsx',
    'uploads/21/LG-FGJ/表.xlsx',
    'uploads/2021/lg-fgj/表.xlsx',
    'uploads/2021/LG-FGJ/一/表.xlsx',
    'incoming/2021/LG-FGJ/表.xlsx',
    '',
  ])('finds no submission in %j', (key) => {
    expect(parseUploadKey(key)).toBeNull();
  });
});

test.each([
  ['uploads/2021/LG-FGJ/..', '..'],
  ['uploads/2021/LG-FGJ/表\n二.xlsx', '表\n二.xlsx'],
  ['uploads/2021/LG-FGJ/100%25+1.xlsx', '100%25+1.xlsx'],
  [`uploads/2021/LG-FGJ/${'长'.repeat(334)}`, '长'.repeat(334)],
])('takes any file name, as the key alone is the identity: %j', (key, fileName) => {
  expect(parseUploadKey(key)).toEqual({
    submission: { period: '2021', submitter: 'LG-FGJ' },
    fileName,
  });
});

test.each([
  'uploads/2021/LG-FGJ/../LG-GXJ/表.xlsx',
  'uploads/2021/../2020/表.xlsx',
  'uploads/2021/../表.xlsx',
  'uploads/2021/LG-FGJ\n/表.xlsx',
  'uploads/2021 /LG-FGJ/表.xlsx',
  'uploads/２０２１/LG-FGJ/表.xlsx',
  'uploads//LG-FGJ/表.xlsx',
  '/uploads/2021/LG-FGJ/表.xlsx',
  'uploads/2021/LG-FGJ\\表.xlsx',
  'uploads/2021/__proto__/表.xlsx',
  'uploads/2021/发改局/表.xlsx',
  `uploads/2021/${'A'.repeat(1000)}/表.xlsx`,
])('takes no other way to a submission: %j', (key) => {
  expect(parseUploadKey(key)).toBeNull();
});

test.each([
  ['uploads/散件/表.xlsx', '表.xlsx'],
  ['表.xlsx', '表.xlsx'],
  ['uploads/2021/LG-FGJ/表\r\n二\u0000.xlsx', '表二.xlsx'],
  ['uploads/2021/LG-FGJ/\u202Exslx.表.exe', 'xslx.表.exe'],
  ['uploads/2021/LG-FGJ/..', '未命名'],
  ['uploads/2021/LG-FGJ/.', '未命名'],
  ['uploads/2021/LG-FGJ/\u200B', '未命名'],
  ['uploads/2021/LG-FGJ/.表', '.表'],
])('the name of %j to be shown is %j', (key, name) => {
  expect(fileNameOf(key)).toBe(name);
});

test('only a key that ends in a slash is a folder marker', () => {
  expect(isFolderMarker('uploads/2021/LG-FGJ/')).toBe(true);
  expect(isFolderMarker('uploads/2021/LG-FGJ/表.xlsx')).toBe(false);
});
