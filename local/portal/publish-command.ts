import { existsSync, readFileSync } from 'node:fs';
import process from 'node:process';
import { S3Client } from '@aws-sdk/client-s3';
import { SQSClient } from '@aws-sdk/client-sqs';
import { optionsOf, runMain } from '../main-line.ts';
import { StartError } from '../start-error.ts';
import { sendSiteMessage } from './ask-for-site.ts';
import { PORTAL_BUILT, publishPortal } from './publish-portal.ts';

const HELP = `node local/node24.mjs local/portal/publish-command.ts --outputs FILE

把构建好的门户（portal/dist）传到各堆栈的 PortalBucket，并让公开网站按本版重新生成；npm run deploy 会自动执行
Copies the built portal to the PortalBucket of each stack, and has its public site written anew by this
version; npm run deploy does it by itself.

  --outputs FILE  cdk deploy --outputs-file 写出的文件 / what cdk deploy --outputs-file wrote
`;

const say = (line: string): void => {
  process.stdout.write(`${line}\n`);
};

await runMain(async () => {
  const options = optionsOf({
    outputs: { type: 'string' },
    help: { type: 'boolean', short: 'h' },
  });
  if (options.help) return say(HELP);
  // The stack may be in another region than the one of the environment.
  const s3 = new S3Client({ followRegionRedirects: true });
  const stacks = stacksIn(String(options.outputs));
  for (const { PublishQueueUrl: queue } of stacks) {
    if (queue !== undefined)
      await sendSiteMessage(new SQSClient({ region: regionOf(queue) }), queue);
  }
  for (const { bucket, address } of portalsIn(stacks)) {
    const { sent, kept } = await publishPortal(PORTAL_BUILT, { s3, bucket });
    say(
      `门户 ${address}：传送 ${sent} 个文件，${kept} 个未变 / ${sent} files sent, ${kept} unchanged`,
    );
  }
});

interface Portal {
  readonly bucket: string;
  readonly address: string;
}

type Outputs = Readonly<Record<string, string>>;

/** The outputs of every stack. */
function stacksIn(file: string): readonly Outputs[] {
  if (!existsSync(file)) {
    throw new StartError(`找不到 --outputs ${file}`, `no file of outputs at ${file}`);
  }
  return Object.values(JSON.parse(readFileSync(file, 'utf8')) as Record<string, Outputs>);
}

/** The portals among the outputs of the stacks: none where there is no CDN. */
const portalsIn = (stacks: readonly Outputs[]): Portal[] =>
  stacks.flatMap(({ PortalBucket: bucket, PortalAddress: address = '' }) =>
    bucket === undefined ? [] : [{ bucket, address }],
  );

/** `https://sqs.<region>.amazonaws.com…`: the stack may be in another region than that of the environment. */
const regionOf = (queue: string): string => new URL(queue).hostname.split('.')[1] ?? '';
