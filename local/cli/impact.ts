import path from 'node:path';
import type { ReadResult } from '../../shared/cells/read-result.ts';
import {
  type Impact,
  impactOf,
  type RuleImpact,
  stagesCome,
  sumOfImpacts,
  type Tried,
  type Turn,
} from '../../shared/impact.ts';
import { type JudgeContext, judge } from '../../shared/judge.ts';
import type { Period } from '../../shared/period.ts';
import { ruleById } from '../../shared/rules/catalogue.ts';
import { loadMetrics } from '../../templates/fonts/load-fonts.ts';
import { printable } from '../printable.ts';
import { identityFromPath, openFile, openPeriods } from './open-files.ts';
import { openFontPlaces } from './open-font-places.ts';
import { openPolicy, type PolicyChange } from './open-policy.ts';
import type { CliOptions } from './options.ts';
import { print } from './print.ts';
import { reader } from './reader.ts';
import { UsageError } from './usage-error.ts';

/** What a change of policy makes of the table in one file. */
interface FileImpact extends Impact {
  readonly file: string;
  readonly period: string | null;
}

/** A day by which every staged rule is in force. */
const END_OF_TIME = '9999-12-31';

/**
 * `jixiao rules --impact FILE… [--policy FILE]`: which tables a change of policy would turn from accepted
 * to returned or back, file by file and in sum. Stages of a policy are tried as if their day had come;
 * without a policy, every staged rule is.
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
  change: PolicyChange | null,
): FileImpact {
  const tried: JudgeContext =
    change === null
      ? { ...context, today: END_OF_TIME }
      : { ...context, periods: context.periods.map((period) => changed(period, change)) };
  const now = judge(read, context);
  return { file, period: now.period, ...impactOf(now.findings, judge(read, tried).findings) };
}

const changed = (period: Period, { policy = {}, thresholds }: PolicyChange): Period => ({
  ...period,
  policy: { ...period.policy, ...stagesCome(policy) },
  thresholds: { ...period.thresholds, ...thresholds },
});

/** Counts of the tables that turn and of all others, and what changes by rule. */
function sumOf(impacts: readonly FileImpact[]) {
  const { returned, accepted, warned, changed, same, rules } = sumOfImpacts(impacts);
  return { returned, accepted, unchanged: warned + changed + same, warned, rules };
}

function printImpacts(impacts: readonly FileImpact[]): void {
  for (const { file, errors, warnings, turn } of impacts) {
    const counts = `错误 errors ${arrow(errors)}  警告 warnings ${arrow(warnings)}`;
    print(`${TURNS[turn]}  ${printable(file)}  ${counts}`);
  }
  const { returned, accepted, unchanged, warned, rules } = sumOf(impacts);
  for (const impact of rules) print(ruleLine(impact));
  print(
    `共 ${impacts.length} 个文件：${returned} 个由通过变退回，${accepted} 个由退回变通过，${unchanged} 个不变（其中 ${warned} 个多出警告）`,
  );
  print(
    `${impacts.length} files: ${returned} would be returned, ${accepted} would be accepted, ${unchanged} unchanged (${warned} of them with new warnings)`,
  );
}

const arrow = ({ now, tried }: Tried): string => `${now} → ${tried}`;

/** What changes of one rule: `  W3 rule-id  新出现 new 2  加重 heavier 1`. */
function ruleLine({ rule, appear, vanish, heavier, lighter }: RuleImpact): string {
  const parts = [
    ['新出现 new', appear],
    ['消失 gone', vanish],
    ['加重 heavier', heavier],
    ['减轻 lighter', lighter],
  ] as const;
  const told = parts.filter(([, count]) => count > 0).map(([name, count]) => `${name} ${count}`);
  return `  ${ruleById(rule)?.number ?? ''} ${rule}  ${told.join('  ')}`;
}

const TURNS: Readonly<Record<Turn, string>> = {
  returned: '通过 → 退回',
  accepted: '退回 → 通过',
  none: '不变       ',
};
