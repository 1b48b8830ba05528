import type * as z from 'zod';
import { StartError } from '../start-error.ts';
import { resolve } from './intrinsics.ts';
import { localReferences, nameInArn, nameOf } from './names.ts';
import {
  bucketProperties,
  functionProperties,
  mappingProperties,
  queueProperties,
  ruleProperties,
  tableProperties,
  topicProperties,
} from './properties.ts';
import { assertKnown, RESOURCE_TYPES } from './resource-types.ts';
import type { Resource, Template } from './template.ts';
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

  /** Every resource of a type, with its name here and its properties resolved and checked. */
  function all<Schema extends z.ZodObject, Result>(
    type: string,
    schema: Schema,
    read: (properties: z.infer<Schema>, name: string, logicalId: string) => Result,
  ): Result[] {
    const resources = [...template.resources.values()].filter((resource) => resource.type === type);
    return resources.map((resource) => {
      const { logicalId } = resource;
      const resolved = resolve(effective(resource), references, logicalId);
      const checked = schema.safeParse(resolved);
      if (!checked.success) throw unsupported(logicalId, checked.error);
      return read(checked.data, nameOf(type, logicalId), logicalId);
    });
  }

  return {
    tables: all('AWS::DynamoDB::Table', tableProperties, tableWiring),
    queues: all('AWS::SQS::Queue', queueProperties, queueWiring),
    topics: all('AWS::SNS::Topic', topicProperties, (_properties, name) => ({ name })),
    buckets: all('AWS::S3::Bucket', bucketProperties, bucketWiring),
    functions: all('AWS::Lambda::Function', functionProperties, (properties, name, logicalId) =>
      functionWiring(properties, name, assetFolder(template, properties.Code.S3Key, logicalId)),
    ),
    mappings: all('AWS::Lambda::EventSourceMapping', mappingProperties, mappingWiring),
    schedules: all('AWS::Events::Rule', ruleProperties, scheduleWirings).flat(),
    outputs: Object.fromEntries(
      [...template.outputs].map(([name, value]) => [
        name,
        String(resolve(value, references, name)),
      ]),
    ),
  };
}

/** The properties that take effect here; the others may refer to things that are not here. */
function effective({ type, properties }: Resource): Record<string, unknown> {
  const treatment = RESOURCE_TYPES[type];
  const without = treatment?.how === 'ignore' ? {} : (treatment?.without ?? {});
  return Object.fromEntries(Object.entries(properties).filter(([name]) => !(name in without)));
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

function unsupported(logicalId: string, error: z.ZodError): StartError {
  const [issue] = error.issues;
  const where = issue?.path.join('.') ?? '';
  return new StartError(
    `资源 ${logicalId} 的 ${where || '属性'} 本机系统不支持：${issue?.message}`,
    `resource ${logicalId}: ${where || 'a property'} is not supported by the local system: ${issue?.message}`,
  );
}
