import { Duration, Stack } from 'aws-cdk-lib';
import * as cloudwatch from 'aws-cdk-lib/aws-cloudwatch';
import { SnsAction } from 'aws-cdk-lib/aws-cloudwatch-actions';
import * as iam from 'aws-cdk-lib/aws-iam';
import * as logs from 'aws-cdk-lib/aws-logs';
import type * as sns from 'aws-cdk-lib/aws-sns';
import type { Construct } from 'constructs';

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

/** Counts in the sweep's log that somebody must hear of. */
const SWEPT = [
  ['FailedUploads', '$.failed', '有上传件因系统故障未能处理 / uploads ended as system failures'],
  ['StuckReports', '$.stuck', '有自评表反复印不出来 / reports cannot be printed'],
] as const;

/**
 * Alarms when the sweep ends uploads as failed, or gives up on reports. It takes intake's dead letters
 * within minutes, often before the metric of their queue has noticed them.
 */
export function raiseOnSweep(scope: Construct, sweepLog: logs.ILogGroup, notices: sns.Topic): void {
  for (const [name, count, description] of SWEPT) {
    const counted = new logs.MetricFilter(scope, name, {
      logGroup: sweepLog,
      metricNamespace: 'Jixiao',
      metricName: `${name}-${Stack.of(scope).stackName}`,
      filterPattern: logs.FilterPattern.numberValue(count, '>', 0),
      metricValue: count,
    });
    new cloudwatch.Alarm(scope, `${name}Alarm`, {
      alarmDescription: description,
      metric: counted.metric({ period: Duration.minutes(5), statistic: 'sum' }),
      threshold: 1,
      evaluationPeriods: 1,
      comparisonOperator: cloudwatch.ComparisonOperator.GREATER_THAN_OR_EQUAL_TO_THRESHOLD,
      treatMissingData: cloudwatch.TreatMissingData.NOT_BREACHING,
    }).addAlarmAction(new SnsAction(notices));
  }
}
