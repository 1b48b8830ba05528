import { S3Error } from './s3-error.ts';

/** A form posted to a bucket: its fields by lower-case name, and the size of its file. */
export interface PostedForm {
  readonly fields: ReadonlyMap<string, string>;
  readonly bucket: string;
  /** With `${filename}` already replaced. */
  readonly key: string;
  /** Bytes. */
  readonly size: number;
}

type Condition = readonly [string, ...unknown[]] | Readonly<Record<string, unknown>>;

/** Fields that a policy need not mention. */
const UNMENTIONED = /^(policy|file|bucket|x-amz-signature|x-ignore-.*)$/;

/**
 * Throws S3Error unless the form keeps to the policy it brings: not expired, every condition met,
 * the file within its size, and no field that the policy does not mention.
 */
export function enforcePolicy(form: PostedForm, now: number): void {
  const { expiration, conditions } = policyOf(form.fields);
  if (!(Date.parse(expiration) > now)) throw denied('表单已过期', 'Policy expired.');
  const mentioned = new Set<string>();
  for (const condition of conditions) {
    mentioned.add(enforceCondition(condition, form));
  }
  for (const field of form.fields.keys()) {
    if (!UNMENTIONED.test(field) && !mentioned.has(field)) {
      throw denied(`策略未提到字段 ${field}`, `Extra input fields: ${field}`);
    }
  }
}

function policyOf(fields: ReadonlyMap<string, string>): {
  readonly expiration: string;
  readonly conditions: readonly Condition[];
} {
  const encoded = fields.get('policy');
  if (encoded === undefined) throw denied('表单没有策略', 'the form brings no policy');
  try {
    const policy = JSON.parse(Buffer.from(encoded, 'base64').toString('utf8'));
    return { expiration: String(policy.expiration), conditions: policy.conditions ?? [] };
  } catch {
    throw new S3Error(400, 'InvalidPolicyDocument', '策略不是 JSON / the policy is not JSON');
  }
}

/** Checks one condition and returns the field it speaks of. */
function enforceCondition(condition: Condition, form: PostedForm): string {
  if (!Array.isArray(condition)) {
    const [[field, wanted] = ['', undefined]] = Object.entries(condition);
    return enforceText('eq', field, String(wanted), form);
  }
  const [operator, first, second] = condition;
  if (operator === 'content-length-range') {
    enforceSize(Number(first), Number(second), form.size);
    return operator;
  }
  return enforceText(String(operator), String(first).replace(/^\$/, ''), String(second), form);
}

function enforceSize(smallest: number, largest: number, size: number): void {
  if (size > largest) {
    throw new S3Error(
      400,
      'EntityTooLarge',
      `文件 ${size} 字节，最多 ${largest} 字节 / the file has ${size} bytes, at most ${largest} are allowed`,
    );
  }
  if (size < smallest) {
    throw new S3Error(
      400,
      'EntityTooSmall',
      `文件 ${size} 字节，至少 ${smallest} 字节 / the file has ${size} bytes, at least ${smallest} are needed`,
    );
  }
}

function enforceText(operator: string, name: string, wanted: string, form: PostedForm): string {
  const field = name.toLowerCase();
  const value =
    field === 'key' ? form.key : field === 'bucket' ? form.bucket : (form.fields.get(field) ?? '');
  const met = operator === 'starts-with' ? value.startsWith(wanted) : value === wanted;
  if (!met) {
    throw denied(
      `字段 ${field} 不符合策略`,
      `Policy Condition failed: ["${operator}", "$${name}", "${wanted}"]`,
    );
  }
  return field;
}

const denied = (zh: string, en: string): S3Error =>
  new S3Error(403, 'AccessDenied', `${zh} / Invalid according to Policy: ${en}`);
