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

/** An HTTP API; what no route takes is not found. */
export interface HttpApiWiring {
  readonly name: string;
  readonly routes: readonly RouteWiring[];
}

/** A route of an HTTP API. */
export interface RouteWiring {
  /** As the template writes it: `ANY /api/{proxy+}`. */
  readonly key: string;
  /** `ANY` for every one. */
  readonly method: string;
  /** Its last part may be `{name+}`, which stands for one part or more. */
  readonly path: string;
  readonly function: string;
  /** Milliseconds after which nobody waits for the function any more. */
  readonly timeout: number;
}

/** A distribution: one origin, as browsers see it. */
export interface SiteWiring {
  readonly name: string;
  /** What is meant by the path `/`, unless a function at the edge says otherwise. */
  readonly rootObject: string;
  /** Status → path of the page that is shown instead of what the origin answers with it. */
  readonly errorPages: ReadonlyMap<number, string>;
  /** The first whose pattern fits a path; the last fits every path. */
  readonly behaviours: readonly BehaviourWiring[];
}

/** What a distribution does with requests to some paths. */
export interface BehaviourWiring {
  /** `*` stands for any run of characters, `?` for one. */
  readonly pattern: string;
  readonly methods: readonly string[];
  readonly origin:
    | { readonly kind: 'bucket'; readonly bucket: string }
    | { readonly kind: 'api'; readonly api: string };
  readonly compress: boolean;
  /** Code of the function that sees each request first; null for none. */
  readonly rewrite: string | null;
  readonly headers: readonly AddedHeader[];
}

/** A header that is added to answers. */
export interface AddedHeader {
  /** Lower case. */
  readonly name: string;
  readonly value: string;
  /** True when it also replaces what the origin said. */
  readonly override: boolean;
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
  readonly apis: readonly HttpApiWiring[];
  readonly sites: readonly SiteWiring[];
  /** The outputs of the stack: name → what it is called on this machine. */
  readonly outputs: Readonly<Record<string, string>>;
}
