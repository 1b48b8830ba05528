/*
 * What the template says is to run, in plain types: the noun between the template and everything
 * that runs. Names are the ones used on this machine.
 */

/** A DynamoDB table; `attributes` are those that its keys and indexes use. */
export interface TableWiring {
  readonly name: string;
  readonly attributes: readonly { readonly name: string; readonly type: 'S' | 'N' | 'B' }[];
  readonly key: readonly KeyPart[];
  readonly indexes: readonly {
    readonly name: string;
    readonly key: readonly KeyPart[];
    readonly projection: 'ALL' | 'KEYS_ONLY';
  }[];
}

/** One attribute of a key: HASH chooses the partition, RANGE the order within it. */
export interface KeyPart {
  readonly attribute: string;
  readonly role: 'HASH' | 'RANGE';
}

/** A queue, and where a message goes after it was received so often in vain; null for nowhere. */
export interface QueueWiring {
  readonly name: string;
  /** Seconds. */
  readonly visibilityTimeout: number;
  /** Seconds. */
  readonly retention: number;
  readonly deadLetters: { readonly queue: string; readonly maxReceiveCount: number } | null;
}

/** A topic. */
export interface TopicWiring {
  readonly name: string;
}

/** A bucket, whose versions are always kept. */
export interface BucketWiring {
  readonly name: string;
  readonly cors: readonly CorsRule[];
  readonly notifications: readonly NotificationWiring[];
}

/** A rule of a bucket's CORS configuration; `*` stands for any run of characters. */
export interface CorsRule {
  readonly methods: readonly string[];
  readonly origins: readonly string[];
  readonly headers: readonly string[];
  readonly exposed: readonly string[];
  /** Seconds. */
  readonly maxAge: number | null;
}

/** Which new objects of a bucket are told to which queue. */
export interface NotificationWiring {
  readonly queue: string;
  /** E.g. `s3:ObjectCreated:*`. */
  readonly event: string;
  readonly prefix: string;
  readonly suffix: string;
}

/** A function, run from its unpacked bundle. */
export interface FunctionWiring {
  readonly name: string;
  /** Absolute path of the unpacked bundle. */
  readonly folder: string;
  /** File without extension and exported name: `index.handler`. */
  readonly handler: string;
  readonly memoryMb: number;
  /** Seconds. */
  readonly timeout: number;
  readonly environment: Readonly<Record<string, string>>;
}

/** An event-source mapping: a queue's messages go to a function. */
export interface MappingWiring {
  readonly queue: string;
  readonly function: string;
  readonly batchSize: number;
  /** Seconds that messages are gathered before the function is called. */
  readonly window: number;
  readonly maxConcurrency: number;
  /** True when the function names the messages it could not do. */
  readonly partialFailures: boolean;
}

/** A function that is called again and again. */
export interface ScheduleWiring {
  readonly function: string;
  /** Milliseconds between two calls. */
  readonly every: number;
}

/** The whole system. */
export interface Wiring {
  readonly tables: readonly TableWiring[];
  readonly queues: readonly QueueWiring[];
  readonly topics: readonly TopicWiring[];
  readonly buckets: readonly BucketWiring[];
  readonly functions: readonly FunctionWiring[];
  readonly mappings: readonly MappingWiring[];
  readonly schedules: readonly ScheduleWiring[];
  /** The outputs of the stack: name → what it is called on this machine. */
  readonly outputs: Readonly<Record<string, string>>;
}
