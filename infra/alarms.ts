import { Duration, Stack } from 'aws-cdk-lib';
import * as cloudwatch from 'aws-cdk-lib/aws-cloudwatch';
import { SnsAction } from 'aws-cdk-lib/aws-cloudwatch-actions';
import type * as lambda from 'aws-cdk-lib/aws-lambda';
import type * as sns from 'aws-cdk-lib/aws-sns';
import type { Construct } from 'constructs';

/** What an alarm says and where its remedy stands. */
export interface AlarmNotice {
  /** Heading of the alarm's section in `docs/runbook.md`. */
  readonly section: string;
  /** What happened, Chinese first, English beside. */
  readonly says: string;
}

const AT_LEAST = cloudwatch.ComparisonOperator.GREATER_THAN_OR_EQUAL_TO_THRESHOLD;

/**
 * An alarm that is sent to `notices` when a metric reaches 1, or what `props` ask for. Its description
 * ends with its section of the runbook. A metric without data is no alarm unless `props` say so.
 */
export function raiseAlarm(
  scope: Construct,
  id: string,
  { section, says }: AlarmNotice,
  notices: sns.ITopic,
  props: Pick<cloudwatch.AlarmProps, 'metric'> & Partial<cloudwatch.AlarmProps>,
): void {
  new cloudwatch.Alarm(scope, id, {
    alarmDescription: `${says} → docs/runbook.md#${section}`,
    threshold: 1,
    evaluationPeriods: 1,
    comparisonOperator: AT_LEAST,
    treatMissingData: cloudwatch.TreatMissingData.NOT_BREACHING,
    ...props,
  }).addAlarmAction(new SnsAction(notices));
}

const FIVE_MINUTES = { period: Duration.minutes(5), statistic: 'sum' };
/** A single fault is mended by redelivery; two within a quarter of an hour are not chance. */
const NOT_BY_CHANCE = { evaluationPeriods: 3, datapointsToAlarm: 2 };

/** Alarms when a function breaks off (a crash, a timeout, no memory) or is throttled, again and again. */
export function watchFunction(watched: lambda.Function, notices: sns.ITopic): void {
  const scope = Stack.of(watched);
  const { id } = watched.node;
  const failing = { section: 'failing-functions', says: `${id}: 函数反复出错 / keeps failing` };
  raiseAlarm(scope, `${id}ErrorsAlarm`, failing, notices, {
    metric: watched.metricErrors(FIVE_MINUTES),
    ...NOT_BY_CHANCE,
  });
  const throttled = {
    section: 'throttled-functions',
    says: `${id}: 函数并发受限 / keeps being throttled`,
  };
  raiseAlarm(scope, `${id}ThrottlesAlarm`, throttled, notices, {
    metric: watched.metricThrottles(FIVE_MINUTES),
    ...NOT_BY_CHANCE,
  });
}

/** Alarms when a function on a schedule of minutes was not called for a quarter of an hour. */
export function raiseOnSilence(scheduled: lambda.Function, notices: sns.ITopic): void {
  const { id } = scheduled.node;
  const silent = { section: 'silent-sweep', says: `${id}: 定时巡检未运行 / has stopped running` };
  raiseAlarm(Stack.of(scheduled), `${id}SilentAlarm`, silent, notices, {
    metric: scheduled.metricInvocations({ period: Duration.minutes(15), statistic: 'sum' }),
    comparisonOperator: cloudwatch.ComparisonOperator.LESS_THAN_THRESHOLD,
    treatMissingData: cloudwatch.TreatMissingData.BREACHING,
  });
}
