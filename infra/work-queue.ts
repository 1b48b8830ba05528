import { Duration } from 'aws-cdk-lib';
import type * as sns from 'aws-cdk-lib/aws-sns';
import * as sqs from 'aws-cdk-lib/aws-sqs';
import type { Construct } from 'constructs';
import { raiseAlarm } from './alarms.ts';

/** A queue of work and the queue of what could not be done. */
export interface WorkQueue {
  readonly queue: sqs.Queue;
  readonly deadLetters: sqs.Queue;
}

const GIVE_UP_AFTER = 5;

/**
 * A queue whose messages are hidden for six times the worker's timeout (what Lambda asks for), tried
 * five times, then laid aside in a dead-letter queue that raises an alarm at `notices`; so does work that waits too long.
 */
export function workQueue(
  scope: Construct,
  id: string,
  workerTimeout: Duration,
  notices: sns.Topic,
): WorkQueue {
  const hiddenSeconds = workerTimeout.toSeconds() * 6;
  const deadLetters = new sqs.Queue(scope, `${id}DeadLetters`, {
    encryption: sqs.QueueEncryption.SQS_MANAGED,
    enforceSSL: true,
    // A dead letter keeps the age it had: it must be kept longer here than in the queue it came from.
    retentionPeriod: Duration.days(14),
  });
  const queue = new sqs.Queue(scope, `${id}Queue`, {
    encryption: sqs.QueueEncryption.SQS_MANAGED,
    enforceSSL: true,
    visibilityTimeout: Duration.seconds(hiddenSeconds),
    retentionPeriod: Duration.days(4),
    deadLetterQueue: { queue: deadLetters, maxReceiveCount: GIVE_UP_AFTER },
  });
  const laidAside = {
    section: 'dead-letters',
    says: `${id}: 有消息处理失败 / messages could not be processed`,
  };
  raiseAlarm(scope, `${id}DeadLettersAlarm`, laidAside, notices, {
    metric: deadLetters.metricApproximateNumberOfMessagesVisible({
      period: Duration.minutes(1),
      statistic: 'max',
    }),
  });
  const waiting = { section: 'waiting-messages', says: `${id}: 消息积压 / messages wait too long` };
  raiseAlarm(scope, `${id}AgeAlarm`, waiting, notices, {
    metric: queue.metricApproximateAgeOfOldestMessage({
      period: Duration.minutes(1),
      statistic: 'max',
    }),
    // Later than one failed attempt comes again, so that a single fault does not wake anybody.
    threshold: Math.max(600, hiddenSeconds + 60),
  });
  return { queue, deadLetters };
}
