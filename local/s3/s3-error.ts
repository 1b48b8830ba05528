import { element, xmlDocument } from './xml.ts';

/** A request the gateway refuses, as S3 says it. */
export class S3Error extends Error {
  override readonly name = 'S3Error';
  readonly status: number;
  /** S3's own word, e.g. `NoSuchVersion`. */
  readonly code: string;
  readonly headers: Readonly<Record<string, string>>;

  constructor(
    status: number,
    code: string,
    message: string,
    headers: Readonly<Record<string, string>> = {},
  ) {
    super(message);
    this.status = status;
    this.code = code;
    this.headers = headers;
  }
}

/** The body of the answer. */
export const errorDocument = ({ code, message }: S3Error): string =>
  xmlDocument(element('Error', [element('Code', code), element('Message', message)]));

/** Less arrived than was declared, or more. */
export const incompleteBody = (): S3Error =>
  new S3Error(
    400,
    'IncompleteBody',
    '收到的内容与声明的长度不符，请重新上传 / the body is not as long as declared: send it again',
  );

/** The template makes no bucket of this name. */
export const noSuchBucket = (bucket: string): S3Error =>
  new S3Error(404, 'NoSuchBucket', `没有存储桶 ${bucket} / there is no bucket ${bucket}`);

/** The key was never used, or its newest version is a delete marker. */
export const noSuchKey = (key: string): S3Error =>
  new S3Error(404, 'NoSuchKey', `没有对象 ${key} / there is no object ${key}`);

/** The key never had this version, or it was deleted for good. */
export const noSuchVersion = (versionId: string): S3Error =>
  new S3Error(404, 'NoSuchVersion', `没有版本 ${versionId} / there is no version ${versionId}`);
