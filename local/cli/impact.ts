import path from 'node:path';
import * as z from 'zod';
import type { ReadResult } from '../../shared/cells/read-result.ts';
import { type JudgeContext, judge } from '../../shared/judge.ts';
import type { Period } from '../../shared/period.ts';
import { policySchema, thresholdsSchema } from '../../shared/policy-schema.ts';
import { ruleById } from '../../shared/rules/catalogue.ts';
import { isError } from '../../shared/rules/finding.ts';
import { loadMetrics } from '../../templates/fonts/load-fonts.ts';
import { printable } from '../printable.ts';
import { identityFromPath, openFile, openPeriods } from './open-files.ts';
import { openFontPlaces } from './open-font-places.ts';
import type { CliOptions } from './options.ts';
import { print } from './print.ts';
import { reader } from './reader.ts';
import { UsageError } from './usage-error.ts';

/** What a change of policy makes of one table. */
interface FileImpact {
  readonly file: string;
  readonly period: string | null;
  /** Errors under the policy that holds, and under the one that is tried. */
  readonly errors: { readonly now: number; readonly tried: number };
  readonly turn: Turn;
}

type Turn = 'returned' | 'accepted' | 'none';

/** What is tried: weights and thresholds that go before those of every period. */
type Change = Pick<Period, 'policy' | 'thresholds'>;

/** A day by which every staged rule is in force. */
const END_OF_TIME = '9999-12-31';

/**
 * `jixiao rules --impact FILE… [--policy FILE]`: which tables a change of policy would turn from accepted
 * to returned or back, file by file and in sum. Without a policy: every staged rule in force.
 */
export async function impact(options: CliOptions): Promise<number> {
  if (options.files.length === 0) {
    throw new UsageError('--impact 请给出要试的表 / name the files to try --impact on');
  }
  const change = options.policy === null ? null : openPolicy(options.policy);
  const { has: canPrint } = loadMetrics(await openFontPlaces(options));
  const opened = options.files.map((file) => ({ file, bytes: openFile(file) }));
  const periods = openPeriods(options.periods);
  const impacts: FileImpact[] = [];
  for (const { file, bytes } of opened) {
    const fromPath = identityFromPath(file);
    const context: JudgeContext = {
      period: options.period ?? fromPath.period,
      submitter: options.unit ?? fromPath.unit,
      fileName: path.basename(file),
      periods,
      register: null,
      previous: null,
      lastYear: null,
      today: null,
      canPrint,
    };
    impacts.push(impactOn(file, await reader.read(bytes), context, change));
  }
  if (options.json) print(JSON.stringify({ files: impacts, ...sumOf(impacts) }, null, 2));
  else printImpacts(impacts);
  return 0;
}

function impactOn(
  file: string,
  read: ReadResult,
  context: JudgeContext,
  change: Change | null,
): FileImpact {
  const tried: JudgeContext =
    change === null
      ? { ...context, today: END_OF_TIME }
      : { ...context, periods: context.periods.map((period) => changed(period, change)) };
  const before = judge(read, context);
  const [now = 0, after = 0] = [before, judge(read, tried)].map(
    ({ findings }) => findings.filter(isError).length,
  );
  const errors = { now, tried: after };
  return { file, period: before.period, errors, turn: turnOf(errors) };
}

const changed = (period: Period, { policy, thresholds }: Change): Period => ({
  ...period,
  policy: { ...period.policy, ...policy },
  thresholds: { ...period.thresholds, ...thresholds },
});

function turnOf({ now, tried }: FileImpact['errors']): Turn {
  if (now === 0 && tried > 0) return 'returned';
  return now > 0 && tried === 0 ? 'accepted' : 'none';
}

const sumOf = (impacts: readonly FileImpact[]) => ({
  returned: impacts.filter(({ turn }) => turn === 'returned').length,
  accepted: impacts.filter(({ turn }) => turn === 'accepted').length,
  unchanged: impacts.filter(({ turn }) => turn === 'none').length,
});

function printImpacts(impacts: readonly FileImpact[]): void {
  for (const { file, errors, turn } of impacts) {
    print(`${TURNS[turn]}  ${printable(file)}  错误 errors ${errors.now} → ${errors.tried}`);
  }
  const { returned, accepted, unchanged } = sumOf(impacts);
  print(
    `共 ${impacts.length} 个文件：${returned} 个由通过变退回，${accepted} 个由退回变通过，${unchanged} 个不变`,
  );
  print(
    `${impacts.length} files: ${returned} would be returned, ${accepted} would be accepted, ${unchanged} unchanged`,
  );
}

const TURNS: Readonly<Record<Turn, string>> = {
  returned: '通过 → 退回',
  accepted: '退回 → 通过',
  none: '不变       ',
};

const changeSchema: z.ZodType<Change> = z.strictObject({
  policy: policySchema.exactOptional(),
  thresholds: thresholdsSchema.exactOptional(),
});

/** `{ "policy": …, "thresholds": … }`, or the policy alone: rule → weight. */
function openPolicy(file: string): Change {
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
