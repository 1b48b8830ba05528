import { CfnOutput } from 'aws-cdk-lib';
import * as sns from 'aws-cdk-lib/aws-sns';
import { EmailSubscription } from 'aws-cdk-lib/aws-sns-subscriptions';
import type { Construct } from 'constructs';
import type { Settings } from './settings.ts';

/**
 * The topic on which units and finance are told how uploads ended. Finance hears of all; a unit
 * subscribes with a filter on its code (docs/deploy.md).
 */
export function uploadNotices(scope: Construct, { noticeEmail }: Settings): sns.Topic {
  const topic = new sns.Topic(scope, 'UploadNotices', { enforceSSL: true });
  if (noticeEmail !== null) topic.addSubscription(new EmailSubscription(noticeEmail));
  new CfnOutput(scope, 'UploadNoticesTopic', { value: topic.topicArn });
  return topic;
}
