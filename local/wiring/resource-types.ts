import type * as z from 'zod';
import { StartError } from '../start-error.ts';
import {
  bucketProperties,
  functionProperties,
  mappingProperties,
  queueProperties,
  ruleProperties,
  tableProperties,
  topicProperties,
} from './properties.ts';
import type { Resource } from './template.ts';

/** How a type of resource is treated on one machine. */
type Treatment =
  | {
      /** `run`: the thing itself runs; `emulate`: something here behaves as it does. */
      readonly how: 'run' | 'emulate';
      /** Properties that take effect here, as they do on AWS. */
      readonly properties: z.ZodObject;
      /** Properties that have no effect here → why that is right. */
      readonly without: Readonly<Record<string, string>>;
    }
  | { readonly how: 'ignore'; readonly because: string };

const ONE_DISK = 'the data folder is as safe as the disk it lies on';
const ONE_PERSON = 'everything listens on 127.0.0.1 and runs as the person who started it';
const NO_CLOUDWATCH = 'there is no CloudWatch; functions log to files in the data folder';
const ONE_READER = 'local/notice-reader.ts hears every notice';

/** Every type of resource that `infra/` may use. A type or property not listed stops the start. */
export const RESOURCE_TYPES: Readonly<Record<string, Treatment>> = {
  'AWS::S3::Bucket': {
    how: 'emulate',
    properties: bucketProperties,
    without: {
      BucketEncryption: ONE_DISK,
      LifecycleConfiguration: 'nothing here is cleared away',
      OwnershipControls: ONE_PERSON,
      PublicAccessBlockConfiguration: ONE_PERSON,
    },
  },
  'AWS::SQS::Queue': {
    how: 'emulate',
    properties: queueProperties,
    without: { SqsManagedSseEnabled: ONE_DISK },
  },
  'AWS::DynamoDB::Table': {
    how: 'emulate',
    properties: tableProperties,
    without: {
      DeletionProtectionEnabled: 'nothing here deletes a table',
      PointInTimeRecoverySpecification: ONE_DISK,
      SSESpecification: ONE_DISK,
    },
  },
  'AWS::Lambda::Function': {
    how: 'run',
    properties: functionProperties,
    without: {
      Architectures: 'the bundles are JavaScript and WebAssembly',
      LoggingConfig: NO_CLOUDWATCH,
      RecursiveLoop: 'nothing here looks for loops',
      Role: ONE_PERSON,
      TracingConfig: 'there is no X-Ray',
    },
  },
  'AWS::Lambda::EventSourceMapping': {
    how: 'emulate',
    properties: mappingProperties,
    without: {},
  },
  'AWS::Events::Rule': { how: 'emulate', properties: ruleProperties, without: {} },
  'AWS::CloudWatch::Alarm': { how: 'ignore', because: NO_CLOUDWATCH },
  'AWS::CloudWatch::Dashboard': { how: 'ignore', because: NO_CLOUDWATCH },
  'AWS::IAM::Policy': { how: 'ignore', because: ONE_PERSON },
  'AWS::IAM::Role': { how: 'ignore', because: ONE_PERSON },
  'AWS::KMS::Key': { how: 'ignore', because: ONE_DISK },
  'AWS::Lambda::Permission': { how: 'ignore', because: ONE_PERSON },
  'AWS::Logs::LogGroup': { how: 'ignore', because: NO_CLOUDWATCH },
  'AWS::Logs::MetricFilter': { how: 'ignore', because: NO_CLOUDWATCH },
  'AWS::S3::BucketPolicy': { how: 'ignore', because: ONE_PERSON },
  'AWS::SNS::Subscription': { how: 'ignore', because: ONE_READER },
  'AWS::SNS::Topic': { how: 'emulate', properties: topicProperties, without: {} },
  'AWS::SNS::TopicPolicy': { how: 'ignore', because: ONE_PERSON },
  'AWS::SQS::QueuePolicy': { how: 'ignore', because: ONE_PERSON },
};

const REMEDY = {
  zh: '请在 local/wiring/resource-types.ts 中说明如何处理',
  en: 'say in local/wiring/resource-types.ts how to treat it',
};

/** Throws StartError, naming the resource, unless its type and each of its properties are listed. */
export function assertKnown({ logicalId, type, properties }: Resource): void {
  const treatment = RESOURCE_TYPES[type];
  if (treatment === undefined) {
    throw new StartError(
      `资源 ${logicalId} 的类型 ${type} 本机系统不认识，${REMEDY.zh}`,
      `resource ${logicalId} is of type ${type}, which the local system does not know: ${REMEDY.en}`,
    );
  }
  if (treatment.how === 'ignore') return;
  for (const property of Object.keys(properties)) {
    if (property in treatment.properties.shape || property in treatment.without) continue;
    throw new StartError(
      `资源 ${logicalId}（${type}）的属性 ${property} 本机系统不认识，${REMEDY.zh}`,
      `resource ${logicalId} (${type}) has a property ${property} that the local system does not know: ${REMEDY.en}`,
    );
  }
}
