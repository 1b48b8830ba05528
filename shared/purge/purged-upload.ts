import { createHash } from 'node:crypto';
import { purgedVerdict } from '../intake/verdicts.ts';
import type { Upload } from '../upload.ts';

/**
 * What is left of an upload that is purged: whose it was, when it came and the digest of its bytes, which
 * tells which file it was and nothing of what stood in it.
 */
export const purgedUpload = (upload: Upload): Upload => ({
  ...upload,
  key: '',
  versionId: '',
  size: 0,
  status: 'purged',
  contacts: [],
  outcome: purgedVerdict(upload.outcome?.sha256 ?? null).outcome,
});

/** How an audit line names the key: SHA-256, hex. */
export const keyHashOf = (key: string): string => createHash('sha256').update(key).digest('hex');
