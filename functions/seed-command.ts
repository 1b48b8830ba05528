import process from 'node:process';
import { parseArgs } from 'node:util';
import { DynamoDBClient } from '@aws-sdk/client-dynamodb';
import { DynamoDBDocumentClient } from '@aws-sdk/lib-dynamodb';
import { dynamoSubmissions } from './dynamo/submissions.ts';
import { readRegisterFiles } from './register-files.ts';
import { keptLine, seed } from './seed.ts';

const USAGE =
  '用法 usage: npm run seed -- --units FILE.csv [--periods FILE.json] [--table NAME] [--overwrite]；表名也可用环境变量 TABLE_NAME / the table may come from TABLE_NAME';

/**
 * `npm run seed`: loads a register and periods, by default those that the product ships with, into the
 * table that `--table` or TABLE_NAME names, with the caller's AWS credentials.
 */
async function main(): Promise<void> {
  const { values } = parseArgs({
    options: {
      units: { type: 'string' },
      periods: { type: 'string' },
      table: { type: 'string' },
      overwrite: { type: 'boolean' },
      help: { type: 'boolean', short: 'h' },
    },
  });
  if (values.help) {
    process.stdout.write(`${USAGE}\n`);
    return;
  }
  const table = values.table ?? process.env['TABLE_NAME'];
  if (values.units === undefined || table === undefined) throw new Error(USAGE);
  const { register, periods } = readRegisterFiles(values.units, values.periods);
  const documents = DynamoDBDocumentClient.from(new DynamoDBClient({}));
  const store = dynamoSubmissions(documents, table);
  const kept = keptLine(await seed(register, periods, store, values.overwrite));
  if (kept !== null) process.stdout.write(`${kept}\n`);
  process.stdout.write(
    `已写入 ${register.length} 个单位、${periods.length} 个年度到 ${table} / stored ${register.length} units and ${periods.length} periods in ${table}\n`,
  );
}

try {
  await main();
} catch (error) {
  process.stderr.write(`${error instanceof Error ? error.message : String(error)}\n`);
  process.exitCode = 2;
}
