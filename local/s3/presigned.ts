import { S3Error } from './s3-error.ts';

/** Throws S3Error when the query carries a signature whose time is over. `now` in milliseconds. */
export function assertNotExpired(query: URLSearchParams, now: number): void {
  const signed = /^(\d{4})(\d\d)(\d\d)T(\d\d)(\d\d)(\d\d)Z$/.exec(query.get('X-Amz-Date') ?? '');
  const seconds = query.get('X-Amz-Expires');
  if (signed === null || seconds === null) return;
  const [, year, month, day, hour, minute, second] = signed;
  const at = Date.parse(`${year}-${month}-${day}T${hour}:${minute}:${second}Z`);
  if (at + Number(seconds) * 1000 >= now) return;
  throw new S3Error(403, 'AccessDenied', '链接已过期，请重新获取 / Request has expired');
}
