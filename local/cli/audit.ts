import process from 'node:process';
import { verifyTrail } from '../../shared/audit/verify-trail.ts';
import { printable } from '../printable.ts';
import { openFile } from './open-files.ts';
import { readOptions } from './options.ts';
import { print } from './print.ts';
import { UsageError } from './usage-error.ts';

/** `jixiao audit verify FILE`: whether an exported audit trail is as it was written. Exit code 1 if not. */
export function audit(args: readonly string[]): number {
  const { files, expect } = readOptions(args, ['expect']);
  const [what, file] = files;
  if (what !== 'verify' || file === undefined || files.length > 2) {
    throw new UsageError('用法 usage: jixiao audit verify FILE');
  }
  const verified = verifyTrail(new TextDecoder().decode(openFile(file)));
  if (!verified.holds) {
    const { line, why } = verified;
    return told(`${file}：第 ${line} 行${why.zh} / line ${line} ${why.en}`);
  }
  for (const { chain, number, hash } of verified.ends) {
    print(`${printable(chain)}：${number} 条，完整 / ${number} entries hold，末条 last ${hash}`);
  }
  if (expect !== null && !verified.ends.some(({ hash }) => hash === expect.toLowerCase())) {
    return told(`${file}：末条摘要与所给的不符 / does not end with the hash given`);
  }
  if (verified.ends.length === 0) return told(`${file}：没有审计记录 / holds no entries`);
  return 0;
}

function told(message: string): 1 {
  process.stderr.write(`${printable(message)}\n`);
  return 1;
}
