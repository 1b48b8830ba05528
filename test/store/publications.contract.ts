import { expect, test } from 'vitest';
import type { Publication } from '../../shared/publication.ts';
import type { StoreContract } from './contract.ts';

const publication = (changes: Partial<Publication> = {}): Publication => ({
  period: '2021',
  submitter: 'LG-FGJ',
  revision: 1,
  status: 'current',
  edition: 1,
  name: '深圳市龙岗区发展和改革局',
  department: null,
  title: '2021年度自评表',
  projects: 26,
  publishedAt: '2022-04-01T02:00:00.000Z',
  reason: null,
  endedAt: null,
  endedReason: null,
  files: [{ kind: 'pdf', key: 'files/a.pdf', sha256: 'a', bytes: 1 }],
  ...changes,
});

/** What every store promises of publications. */
export const publicationsContract: StoreContract = (store) => {
  test('putPublication, publicationsOf: by revision; again it replaces', async () => {
    const second = publication({ revision: 2, edition: 2, reason: '更正' });
    await store().putPublication(second);
    await store().putPublication(publication());
    const ended = publication({
      status: 'replaced',
      endedAt: '2022-05-01T02:00:00.000Z',
      endedReason: '有误',
    });
    await store().putPublication(ended);
    await store().putPublication(publication({ submitter: 'LG-FGJ-2' }));
    expect(await store().publicationsOf(second)).toEqual([ended, second]);
    expect(await store().publicationsOf({ period: '2020', submitter: 'LG-FGJ' })).toEqual([]);
  });

  test('notePublicFiles, publicFilesOf: every key ever noted, once', async () => {
    const { period, submitter } = publication();
    const submission = { period, submitter };
    expect(await store().publicFilesOf(submission)).toEqual([]);
    await store().notePublicFiles(submission, ['files/b.pdf', 'files/a.csv']);
    await store().notePublicFiles(submission, ['files/c.pdf', 'files/b.pdf']);
    await store().notePublicFiles({ period, submitter: 'LG-FGJ-2' }, ['files/d.pdf']);
    expect(await store().publicFilesOf(submission)).toEqual([
      'files/a.csv',
      'files/b.pdf',
      'files/c.pdf',
    ]);
    expect(await store().publications()).toEqual([]);
  });

  test('publications: all, by period, submitter and edition', async () => {
    const all = [
      publication({ period: '2020' }),
      // A revision that was sent earlier and published later.
      publication({ revision: 7 }),
      publication({ revision: 3, edition: 2 }),
      publication({ submitter: 'LG-GXJ', code: 'K7QM-2XPD-9RTA' }),
      publication({ submitter: 'LG-TZTGS', code: null }),
    ];
    for (const each of all.toReversed()) await store().putPublication(each);
    expect(await store().publications()).toEqual(all);
  });
};
