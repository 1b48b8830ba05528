import process from 'node:process';
import { parseArgs } from 'node:util';
import { DynamoDBClient } from '@aws-sdk/client-dynamodb';
import { S3Client } from '@aws-sdk/client-s3';
import { SQSClient } from '@aws-sdk/client-sqs';
import { DynamoDBDocumentClient } from '@aws-sdk/lib-dynamodb';
import type { PurgeClients } from '../../functions/purge-ports.ts';
import { CREDENTIALS } from '../credentials.ts';
import { HOST } from '../ports.ts';
import { REGION } from '../wiring/names.ts';
import { UsageError } from './usage-error.ts';

/** What the operator's commands take. */
const OPTIONS = {
  reason: { type: 'string' },
  by: { type: 'string' },
  'dry-run': { type: 'boolean' },
  stack: { type: 'string' },
  table: { type: 'string' },
  uploads: { type: 'string' },
  outputs: { type: 'string' },
  local: { type: 'boolean' },
  port: { type: 'string' },
} as const;

/** Options as typed, and what is no option. */
export interface OperatorOptions {
  readonly values: {
    readonly [Name in keyof typeof OPTIONS]?: (typeof OPTIONS)[Name]['type'] extends 'string'
      ? string
      : boolean;
  };
  readonly positionals: readonly string[];
}

/** Reads the arguments of a command that knows these options. */
export function operatorOptions(
  args: readonly string[],
  known: readonly (keyof typeof OPTIONS)[],
): OperatorOptions {
  const options = Object.fromEntries(known.map((name) => [name, OPTIONS[name]]));
  try {
    return parseArgs({ args: [...args], options, allowPositionals: true });
  } catch (error) {
    if (!(error instanceof TypeError)) throw error;
    throw new UsageError(`参数不对：${error.message.split('. ')[0]}；见 jixiao --help`);
  }
}

/** An installation that a command speaks to. */
export interface Installation extends PurgeClients {
  /** What the names of its queues begin with. */
  readonly queuePrefix: string;
  /** Name of its table or bucket: as typed, from the environment, or as the local system calls it. */
  readonly nameOf: (what: 'table' | 'uploads' | 'outputs') => string;
  readonly close: () => void;
}

const VARIABLES = {
  table: 'TABLE_NAME',
  uploads: 'UPLOADS_BUCKET',
  outputs: 'OUTPUTS_BUCKET',
} as const;

const LOCAL_NAMES = {
  table: 'table',
  uploads: 'jixiao-uploads',
  outputs: 'jixiao-outputs',
} as const;

const LOCAL_PORT = '9400';

/** The installation that the options name: the local system, or a stack on AWS. */
export function openInstallation({ values }: OperatorOptions): Installation {
  const isLocal = values.local === true;
  if (!isLocal && values.stack === undefined) {
    throw new UsageError(
      '请用 --stack 指明 AWS 上的栈，或用 --local 指本机系统 / name a stack on AWS with --stack, or --local',
    );
  }
  const configs = isLocal ? localConfigs(values.port ?? LOCAL_PORT) : { s3: {}, db: {}, sqs: {} };
  const db = new DynamoDBClient(configs.db);
  const s3 = new S3Client({ forcePathStyle: isLocal, ...configs.s3 });
  // The region's endpoint, or one's own, is where queues are; never the host in a queue's URL.
  const sqs = new SQSClient({ useQueueUrlAsEndpoint: false, ...configs.sqs });
  return {
    documents: DynamoDBDocumentClient.from(db),
    s3,
    sqs,
    queuePrefix: isLocal ? '' : `${values.stack}-`,
    nameOf(what) {
      const name = values[what] ?? process.env[VARIABLES[what]];
      if (name !== undefined && name !== '') return name;
      if (isLocal) return LOCAL_NAMES[what];
      throw new UsageError(`缺少 --${what} 或环境变量 ${VARIABLES[what]} / --${what} is missing`);
    },
    close() {
      for (const client of [db, s3, sqs]) client.destroy();
    },
  };
}

/** As `npm start` says: S3 at the port, the two behind it for DynamoDB and SQS. */
function localConfigs(text: string) {
  const port = Number(text);
  if (!Number.isInteger(port) || port < 1 || port > 65_533) {
    throw new UsageError(`--port 应为 1 到 65533 的整数，不是“${text}” / --port takes a port`);
  }
  const at = (behind: number) => ({
    endpoint: `http://${HOST}:${port + behind}`,
    region: REGION,
    credentials: CREDENTIALS,
  });
  return { s3: at(0), db: at(1), sqs: at(2) };
}
