import process from 'node:process';
import { parseArgs } from 'node:util';
import { DynamoDBClient } from '@aws-sdk/client-dynamodb';
import { DynamoDBDocumentClient } from '@aws-sdk/lib-dynamodb';
import { restoreTable } from './restore-table.ts';

const USAGE =
  '用法 usage: npm run restore -- --from RESTORED-TABLE --table NAME；先停下各函数，见 docs/restore.md / stop the functions first';

/**
 * `npm run restore`: makes the table of an installation hold what a restored one holds, with the caller's
 * AWS credentials. Says what it did.
 */
async function main(): Promise<void> {
  const { values } = parseArgs({
    options: {
      from: { type: 'string' },
      table: { type: 'string' },
      help: { type: 'boolean', short: 'h' },
    },
  });
  if (values.help) {
    process.stdout.write(`${USAGE}\n`);
    return;
  }
  const { from, table } = values;
  if (from === undefined || table === undefined || from === table) throw new Error(USAGE);
  const documents = DynamoDBDocumentClient.from(new DynamoDBClient({}));
  const { written, removed } = await restoreTable(documents, from, table);
  process.stdout.write(
    `${table}：写入 ${written} 项，删除 ${removed} 项 / wrote ${written} items, removed ${removed}\n`,
  );
}

try {
  await main();
} catch (error) {
  process.stderr.write(`${error instanceof Error ? error.message : String(error)}\n`);
  process.exitCode = 2;
}
