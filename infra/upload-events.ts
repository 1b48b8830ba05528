import * as iam from 'aws-cdk-lib/aws-iam';
import * as s3 from 'aws-cdk-lib/aws-s3';
import type * as sqs from 'aws-cdk-lib/aws-sqs';

/**
 * Makes the bucket tell the queue of every new object, also of one in the wrong place, which is told so;
 * by the bucket's own
 * NotificationConfiguration: CDK's `addEventNotification` would bring a Python function and a custom
 * resource to do the same (docs/decisions/0005).
 */
export function announceUploads(bucket: s3.Bucket, queue: sqs.Queue): void {
  queue.addToResourcePolicy(
    new iam.PolicyStatement({
      principals: [new iam.ServicePrincipal('s3.amazonaws.com')],
      actions: ['sqs:SendMessage'],
      resources: [queue.queueArn],
      // The account, since naming the bucket here would make queue and bucket wait for each other.
      conditions: { StringEquals: { 'aws:SourceAccount': bucket.stack.account } },
    }),
  );
  const resource = bucket.node.defaultChild;
  if (!(resource instanceof s3.CfnBucket)) throw new Error('a bucket without its CfnBucket');
  resource.notificationConfiguration = {
    queueConfigurations: [{ event: 's3:ObjectCreated:*', queue: queue.queueArn }],
  };
  // S3 tries the queue when the configuration is set: its policy has to be there by then.
  bucket.node.addDependency(queue);
}
