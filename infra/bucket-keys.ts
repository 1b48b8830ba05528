import { RemovalPolicy } from 'aws-cdk-lib';
import * as kms from 'aws-cdk-lib/aws-kms';
import * as s3 from 'aws-cdk-lib/aws-s3';
import type { Construct } from 'constructs';
import type { Settings } from './settings.ts';

/** How the buckets are encrypted: by S3's own keys, or by one key of the account that is kept with them. */
export function bucketEncryption(
  scope: Construct,
  { bucketKeys }: Settings,
): Pick<s3.BucketProps, 'encryption' | 'encryptionKey' | 'bucketKeyEnabled'> {
  if (bucketKeys === 's3') return { encryption: s3.BucketEncryption.S3_MANAGED };
  const encryptionKey = new kms.Key(scope, 'BucketKey', {
    enableKeyRotation: true,
    removalPolicy: RemovalPolicy.RETAIN,
  });
  return { encryption: s3.BucketEncryption.KMS, encryptionKey, bucketKeyEnabled: true };
}
