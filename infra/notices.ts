import { Duration, Stack } from 'aws-cdk-lib';
import * as iam from 'aws-cdk-lib/aws-iam';
import * as logs from 'aws-cdk-lib/aws-logs';
import type * as sns from 'aws-cdk-lib/aws-sns';
import type { Construct } from 'constructs';
import { METRICS } from '../functions/metric-names.ts';
import { raiseAlarm } from './alarms.ts';
import { ownMetric } from './dashboard.ts';

/**
 * Lets this account's alarms publish to a topic. A topic's policy of its own, such as one that
 * demands TLS, replaces the default that would have let them.
 */
export function letAlarmsSpeak(notices: sns.Topic): void {
  notices.addToResourcePolicy(
    new iam.PolicyStatement({
      sid: 'AlarmsMayPublish',
      principals: [new iam.ServicePrincipal('cloudwatch.amazonaws.com')],
      actions: ['sns:Publish'],
      resources: [notices.topicArn],
      conditions: { StringEquals: { 'aws:SourceAccount': Stack.of(notices).account } },
    }),
  );
}

/** Alarms when unit and finance could not be told how an upload ended: its status stands all the same. */
export function raiseOnUnsent(stack: Stack, notices: sns.Topic): void {
  const unsent = { section: 'unsent-notices', says: '有通知发不出去 / notices could not be sent' };
  raiseAlarm(stack, 'UnsentNoticesAlarm', unsent, notices, {
    metric: ownMetric(stack, METRICS.unsentNotices),
  });
}

/** Counts in the sweep's log that somebody must hear of. */
const SWEPT = [
  [
    'FailedUploads',
    '$.failed',
    'failed-uploads',
    '有上传件因系统故障未能处理 / uploads ended as system failures',
  ],
  ['StuckReports', '$.stuck', 'stuck-reports', '有自评表反复印不出来 / reports cannot be printed'],
  [
    'UnfinishedUploads',
    '$.unfinished',
    'late-uploads',
    '有上传件超过 10 分钟没有结果 / no result for 10 minutes',
  ],
  [
    'LostUploads',
    '$.lost',
    'late-uploads',
    '有上传件超过 10 分钟未被受理 / not taken in for 10 minutes',
  ],
] as const;

/**
 * Alarms when the sweep ends uploads as failed, or gives up on reports. It takes intake's dead letters
 * within minutes, often before the metric of their queue has noticed them.
 */
export function raiseOnSweep(scope: Construct, sweepLog: logs.ILogGroup, notices: sns.Topic): void {
  for (const [name, count, section, says] of SWEPT) {
    const counted = new logs.MetricFilter(scope, name, {
      logGroup: sweepLog,
      metricNamespace: 'Jixiao',
      metricName: `${name}-${Stack.of(scope).stackName}`,
      filterPattern: logs.FilterPattern.numberValue(count, '>', 0),
      metricValue: count,
    });
    raiseAlarm(scope, `${name}Alarm`, { section, says }, notices, {
      metric: counted.metric({ period: Duration.minutes(5), statistic: 'sum' }),
    });
  }
}
