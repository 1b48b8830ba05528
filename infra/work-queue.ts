import { Duration } from 'aws-cdk-lib';
import * as cloudwatch from 'aws-cdk-lib/aws-cloudwatch';
import { SnsAction } from 'aws-cdk-lib/aws-cloudwatch-actions';
import type * as sns from 'aws-cdk-lib/aws-sns';
import * as sqs from 'aws-cdk-lib/aws-sqs';
import type { Construct } from 'constructs';

/** A queue of work and the queue of what could not be done. */
export interface WorkQueue {
  readonly queue: sqs.Queue;
  readonly deadLetters: sqs.Queue;
}

const GIVE_UP_AFTER = 5;

/**
 * A queue whose messages are hidden for six times the worker's timeout (what Lambda asks for), tried
 * five times, then laid aside in a dead-letter queue that raises an alarm at `notices`.
 */
export function workQueue(
  scope: Construct,
  id: string,
  workerTimeout: Duration,
  notices: sns.Topic,
): WorkQueue {
  const deadLetters = new sqs.Queue(scope, `${id}DeadLetters`, {
    encryption: sqs.QueueEncryption.SQS_MANAGED,
    enforceSSL: true,
    // A dead letter keeps the age it had: it must be kept longer here than in the queue it came from.
    retentionPeriod: Duration.days(14),
  });
  const queue = new sqs.Queue(scope, `${id}Queue`, {
    encryption: sqs.QueueEncryption.SQS_MANAGED,
    enforceSSL: true,
    visibilityTimeout: Duration.seconds(workerTimeout.toSeconds() * 6),
    retentionPeriod: Duration.days(4),
    deadLetterQueue: { queue: deadLetters, maxReceiveCount: GIVE_UP_AFTER },
  });
  new cloudwatch.Alarm(scope, `${id}DeadLettersAlarm`, {
    alarmDescription: `${id}: 有消息处理失败 / messages could not be processed`,
    metric: deadLetters.metricApproximateNumberOfMessagesVisible({
      period: Duration.minutes(1),
      statistic: 'max',
    }),
    threshold: 1,
    evaluationPeriods: 1,
    comparisonOperator: cloudwatch.ComparisonOperator.GREATER_THAN_OR_EQUAL_TO_THRESHOLD,
    treatMissingData: cloudwatch.TreatMissingData.NOT_BREACHING,
  }).addAlarmAction(new SnsAction(notices));
  return { queue, deadLetters };
}
