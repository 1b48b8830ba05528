import * as z from 'zod';

/*
 * The properties that take effect on this machine, by type of resource, after intrinsics are
 * resolved. Strict all the way down: what is not named here is not emulated, and stops the start.
 */

/** A bucket: versions kept, who may ask from a browser, which queue is told of new objects. */
export const bucketProperties = z.strictObject({
  VersioningConfiguration: z.strictObject({ Status: z.literal('Enabled') }),
  CorsConfiguration: z
    .strictObject({
      CorsRules: z.array(
        z.strictObject({
          AllowedMethods: z.array(z.string()),
          AllowedOrigins: z.array(z.string()),
          AllowedHeaders: z.array(z.string()).default([]),
          ExposedHeaders: z.array(z.string()).default([]),
          MaxAge: z.number().optional(),
        }),
      ),
    })
    .optional(),
  NotificationConfiguration: z
    .strictObject({
      QueueConfigurations: z.array(
        z.strictObject({
          Event: z.string(),
          Queue: z.string(),
          Filter: z
            .strictObject({
              S3Key: z.strictObject({
                Rules: z.array(
                  z.strictObject({ Name: z.enum(['prefix', 'suffix']), Value: z.string() }),
                ),
              }),
            })
            .optional(),
        }),
      ),
    })
    .optional(),
});

/** A queue; times in seconds, by default those of SQS. */
export const queueProperties = z.strictObject({
  VisibilityTimeout: z.number().default(30),
  MessageRetentionPeriod: z.number().default(345_600),
  RedrivePolicy: z
    .strictObject({ deadLetterTargetArn: z.string(), maxReceiveCount: z.number() })
    .optional(),
});

const keySchema = z.array(
  z.strictObject({ AttributeName: z.string(), KeyType: z.enum(['HASH', 'RANGE']) }),
);

/** A topic: whoever subscribes on AWS, here one reader hears everything. */
export const topicProperties = z.strictObject({});

/** A table, its keys and its indexes; paid by request, so there is no throughput to emulate. */
export const tableProperties = z.strictObject({
  AttributeDefinitions: z.array(
    z.strictObject({ AttributeName: z.string(), AttributeType: z.enum(['S', 'N', 'B']) }),
  ),
  KeySchema: keySchema,
  GlobalSecondaryIndexes: z
    .array(
      z.strictObject({
        IndexName: z.string(),
        KeySchema: keySchema,
        Projection: z.strictObject({ ProjectionType: z.enum(['ALL', 'KEYS_ONLY']) }),
      }),
    )
    .default([]),
  BillingMode: z.literal('PAY_PER_REQUEST'),
});

/** A function; memory in MB and timeout in seconds, by default those of Lambda. */
export const functionProperties = z.strictObject({
  Code: z.strictObject({ S3Bucket: z.string(), S3Key: z.string().endsWith('.zip') }),
  Environment: z.strictObject({ Variables: z.record(z.string(), z.string()) }).optional(),
  Handler: z.string(),
  MemorySize: z.number().default(128),
  Runtime: z.literal('nodejs24.x'),
  Timeout: z.number().default(3),
});

/** An event-source mapping from a queue; the window in seconds, by default those of Lambda. */
export const mappingProperties = z.strictObject({
  EventSourceArn: z.string(),
  FunctionName: z.string(),
  BatchSize: z.number().default(10),
  MaximumBatchingWindowInSeconds: z.number().default(0),
  FunctionResponseTypes: z.array(z.literal('ReportBatchItemFailures')).default([]),
  ScalingConfig: z.strictObject({ MaximumConcurrency: z.number() }),
});

/** A schedule in whole minutes that calls functions; rules on events are not emulated. */
export const ruleProperties = z.strictObject({
  ScheduleExpression: z.string().regex(/^rate\(\d+ minutes?\)$/),
  State: z.literal('ENABLED'),
  Targets: z.array(
    z.strictObject({
      Arn: z.string(),
      Id: z.string(),
      // A call that fails is not repeated: the next one comes soon enough.
      RetryPolicy: z.strictObject({ MaximumRetryAttempts: z.literal(0) }),
    }),
  ),
});
