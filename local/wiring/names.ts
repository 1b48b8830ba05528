import type { References } from './intrinsics.ts';
import type { Template } from './template.ts';

/** The account and region that everything on this machine belongs to. */
export const ACCOUNT = '000000000000';

/** The region of the account: one of the China regions that the product is deployed to. */
export const REGION = 'cn-north-1';

/** The hash that CDK ends a logical id with. */
const HASH = /[0-9A-F]{8}$/;

/** `Uploads4F6EB0FD` → `uploads`, `IntakeDeadLettersC79D6A89` → `intake-dead-letters`. */
const readable = (logicalId: string): string =>
  logicalId
    .replace(HASH, '')
    .replace(/([a-z0-9])([A-Z])/g, '$1-$2')
    .toLowerCase();

/** What a resource is called on this machine; a bucket's name needs the prefix to be recognisable. */
export const nameOf = (type: string, logicalId: string): string =>
  type === 'AWS::S3::Bucket' ? `jixiao-${readable(logicalId)}` : readable(logicalId);

/** The ARN by which resources refer to each other; only the part after the last colon matters here. */
const arnOf = (type: string, name: string): string =>
  `arn:aws-cn:${type.split('::')[1]?.toLowerCase()}:${REGION}:${ACCOUNT}:${name}`;

/** What fauxqs calls a topic: it looks topics up by their whole ARN. */
export const topicArn = (name: string): string => `arn:aws:sns:${REGION}:${ACCOUNT}:${name}`;

/** The name of the resource an ARN points at. */
export const nameInArn = (arn: string): string => arn.slice(arn.lastIndexOf(':') + 1);

/** What is referred to on this machine; queues by a URL at the endpoint `sqs`. */
export function localReferences(template: Template, sqs: string): References {
  const pseudo: Readonly<Record<string, string>> = {
    'AWS::AccountId': ACCOUNT,
    'AWS::Partition': 'aws-cn',
    'AWS::Region': REGION,
    'AWS::StackName': template.stackName,
    'AWS::URLSuffix': 'amazonaws.com.cn',
  };
  return {
    ref(name) {
      const resource = template.resources.get(name);
      if (resource === undefined) return pseudo[name] ?? template.parameters.get(name);
      const local = nameOf(resource.type, name);
      if (resource.type === 'AWS::SNS::Topic') return topicArn(local);
      return resource.type === 'AWS::SQS::Queue' ? `${sqs}/${ACCOUNT}/${local}` : local;
    },
    attribute(logicalId, name) {
      const resource = template.resources.get(logicalId);
      if (resource === undefined || name !== 'Arn') return undefined;
      return arnOf(resource.type, nameOf(resource.type, logicalId));
    },
  };
}
