import * as z from 'zod';
import type { Period } from '../../shared/period.ts';
import { policySchema, thresholdsSchema } from '../../shared/policy-schema.ts';
import { ruleById } from '../../shared/rules/catalogue.ts';
import { openFile } from './open-files.ts';
import { UsageError } from './usage-error.ts';

/** Weights and thresholds that go before those of every period. */
export type PolicyChange = Pick<Period, 'policy' | 'thresholds'>;

const changeSchema: z.ZodType<PolicyChange> = z.strictObject({
  policy: policySchema.exactOptional(),
  thresholds: thresholdsSchema.exactOptional(),
});

/** Reads `{ "policy": …, "thresholds": … }`, or the policy alone: rule → weight. Throws `UsageError` for what is none. */
export function openPolicy(file: string): PolicyChange {
  const read = parse(file);
  const isWhole = z.looseObject({}).safeParse(read);
  const names = isWhole.success ? Object.keys(isWhole.data) : [];
  const hasParts = names.some((name) => name === 'policy' || name === 'thresholds');
  const change = changeSchema.safeParse(hasParts ? read : { policy: read });
  if (!change.success) {
    const [fault] = change.error.issues;
    throw new UsageError(
      `${file} 不是政策：${fault?.path.join('.') ?? ''} 不对；应为 {"规则名": "off|hint|warning|error"} / is no policy`,
    );
  }
  const unknown = Object.keys(change.data.policy ?? {}).find((id) => ruleById(id) === undefined);
  if (unknown !== undefined) {
    throw new UsageError(`${file}：没有规则“${unknown}”，见 jixiao rules / no rule “${unknown}”`);
  }
  return change.data;
}

function parse(file: string): unknown {
  try {
    return JSON.parse(new TextDecoder().decode(openFile(file)));
  } catch (error) {
    if (error instanceof SyntaxError) {
      throw new UsageError(`${file} 不是 JSON / is no JSON`);
    }
    throw error;
  }
}
