import type * as z from 'zod';
import { StartError } from '../start-error.ts';
import { resolve } from './intrinsics.ts';
import { localReferences, nameInArn } from './names.ts';
import {
  bucketProperties,
  functionProperties,
  mappingProperties,
  queueProperties,
  ruleProperties,
  tableProperties,
  topicProperties,
} from './properties.ts';
import { readHttpApis } from './read-http-apis.ts';
import { resourceReader } from './read-resources.ts';
import { readSites } from './read-site.ts';
import { assertKnown } from './resource-types.ts';
import type { Template } from './template.ts';
import type {
  BucketWiring,
  FunctionWiring,
  MappingWiring,
  QueueWiring,
  ScheduleWiring,
  TableWiring,
  Wiring,
} from './wiring.ts';

/**
 * What the template says is to run, with queues reached at the endpoint `sqs`. Throws StartError,
 * naming the resource, for anything that would run differently here than it reads there.
 */
export function readWiring(template: Template, sqs: string): Wiring {
  for (const resource of template.resources.values()) assertKnown(resource);
  const references = localReferences(template, sqs);

  const all = resourceReader(template, references);
  const buckets = all('AWS::S3::Bucket', bucketProperties, bucketWiring);
  const apis = readHttpApis(all);
  return {
    tables: all('AWS::DynamoDB::Table', tableProperties, tableWiring),
    queues: all('AWS::SQS::Queue', queueProperties, queueWiring),
    topics: all('AWS::SNS::Topic', topicProperties, (_properties, name) => ({ name })),
    buckets,
    functions: all('AWS::Lambda::Function', functionProperties, (properties, name, logicalId) =>
      functionWiring(properties, name, assetFolder(template, properties.Code.S3Key, logicalId)),
    ),
    mappings: all('AWS::Lambda::EventSourceMapping', mappingProperties, mappingWiring),
    schedules: all('AWS::Events::Rule', ruleProperties, scheduleWirings).flat(),
    apis,
    sites: readSites(all, { buckets, apis }),
    outputs: Object.fromEntries(
      [...template.outputs].map(([name, value]) => [
        name,
        String(resolve(value, references, name)),
      ]),
    ),
  };
}

const tableWiring = (properties: z.infer<typeof tableProperties>, name: string): TableWiring => ({
  name,
  attributes: properties.AttributeDefinitions.map(({ AttributeName, AttributeType }) => ({
    name: AttributeName,
    type: AttributeType,
  })),
  key: keyParts(properties.KeySchema),
  indexes: properties.GlobalSecondaryIndexes.map(({ IndexName, KeySchema, Projection }) => ({
    name: IndexName,
    key: keyParts(KeySchema),
    projection: Projection.ProjectionType,
  })),
});

const keyParts = (schema: z.infer<typeof tableProperties>['KeySchema']): TableWiring['key'] =>
  schema.map(({ AttributeName, KeyType }) => ({ attribute: AttributeName, role: KeyType }));

const queueWiring = (properties: z.infer<typeof queueProperties>, name: string): QueueWiring => ({
  name,
  visibilityTimeout: properties.VisibilityTimeout,
  retention: properties.MessageRetentionPeriod,
  deadLetters:
    properties.RedrivePolicy === undefined
      ? null
      : {
          queue: nameInArn(properties.RedrivePolicy.deadLetterTargetArn),
          maxReceiveCount: properties.RedrivePolicy.maxReceiveCount,
        },
});

const bucketWiring = (
  properties: z.infer<typeof bucketProperties>,
  name: string,
): BucketWiring => ({
  name,
  cors: (properties.CorsConfiguration?.CorsRules ?? []).map((rule) => ({
    methods: rule.AllowedMethods,
    origins: rule.AllowedOrigins,
    headers: rule.AllowedHeaders,
    exposed: rule.ExposedHeaders,
    maxAge: rule.MaxAge ?? null,
  })),
  notifications: (properties.NotificationConfiguration?.QueueConfigurations ?? []).map(
    ({ Event, Queue, Filter }) => {
      const filterOf = (wanted: string): string =>
        Filter?.S3Key.Rules.find(({ Name }) => Name === wanted)?.Value ?? '';
      return {
        queue: nameInArn(Queue),
        event: Event,
        prefix: filterOf('prefix'),
        suffix: filterOf('suffix'),
      };
    },
  ),
});

const functionWiring = (
  properties: z.infer<typeof functionProperties>,
  name: string,
  folder: string,
): FunctionWiring => ({
  name,
  folder,
  handler: properties.Handler,
  memoryMb: properties.MemorySize,
  timeout: properties.Timeout,
  environment: properties.Environment?.Variables ?? {},
});

function assetFolder(template: Template, zip: string, logicalId: string): string {
  const folder = template.assets.get(zip.replace(/\.zip$/, ''));
  if (folder === undefined) {
    throw new StartError(
      `函数 ${logicalId} 的代码 ${zip} 不在合成结果中，请删除 cdk.out 后重试`,
      `the code ${zip} of function ${logicalId} is not among the synthesised assets: delete cdk.out and try again`,
    );
  }
  return folder;
}

const mappingWiring = (properties: z.infer<typeof mappingProperties>): MappingWiring => ({
  queue: nameInArn(properties.EventSourceArn),
  function: properties.FunctionName,
  batchSize: properties.BatchSize,
  window: properties.MaximumBatchingWindowInSeconds,
  maxConcurrency: properties.ScalingConfig.MaximumConcurrency,
  partialFailures: properties.FunctionResponseTypes.includes('ReportBatchItemFailures'),
});

function scheduleWirings(properties: z.infer<typeof ruleProperties>): ScheduleWiring[] {
  const minutes = Number(/\d+/.exec(properties.ScheduleExpression)?.[0]);
  return properties.Targets.map(({ Arn }) => ({
    function: nameInArn(Arn),
    every: minutes * 60_000,
  }));
}
