import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import process from 'node:process';
import { setTimeout as pause } from 'node:timers/promises';
import { PutObjectCommand, type S3Client } from '@aws-sdk/client-s3';
import { optionsOf, runMain, wholeNumber } from '../../local/main-line.ts';
import { startSystem } from '../../local/system.ts';
import { type Random, randomFrom } from '../simulation/random.ts';
import { PERIOD, s3At, UPLOADS } from './buckets.ts';
import { brokenPromises } from './check-system.ts';
import { comeToRest } from './come-to-rest.ts';
import { drawFile, type SentFile } from './small-table.ts';
import { startLocally } from './started-system.ts';

const HELP = `node local/node24.mjs test/kill/run.ts [--kills N] [--seed K]

在负载下随机 kill -9 本机系统若干次，每次重新启动，最后检查不变量（docs/guarantees.md）。
Kills the local system at random moments under load, starts it again each time, and checks at the end
what must always hold.

  --kills N   杀几次，默认 24 / how often, 24 unless told
  --seed K    何时杀、传什么；默认 1 / when it is killed and what is sent; 1 unless told
`;

/** One kill in so many comes while it is starting. */
const KILLS_A_START = 5;
/** Milliseconds of its start, or of its work once it is up, after which it is killed at the latest. */
const LONGEST_LIFE = 1_500;
/** Milliseconds between two uploads, at most. */
const LONGEST_PAUSE = 300;

const say = (line: string): void => {
  process.stdout.write(`${line}\n`);
};

await runMain(async () => {
  const options = optionsOf({
    kills: { type: 'string', default: '24' },
    seed: { type: 'string', default: '1' },
    help: { type: 'boolean', short: 'h' },
  });
  if (options.help) return say(HELP);
  const kills = wholeNumber(options.kills, '--kills');
  const folder = await mkdtemp(path.join(tmpdir(), 'jixiao-kill-'));
  const dataFolder = path.join(folder, 'data');
  const random = randomFrom(wholeNumber(options.seed, '--seed'));
  const began = performance.now();
  const sent: SentFile[] = [];
  let up = 0;
  for (let kill = 1; kill <= kills; kill += 1) {
    if (await liveAndDie(dataFolder, random, sent)) up += 1;
  }
  const heard = sent.filter(({ versionId }) => versionId !== null).length;
  const system = await startSystem({ dataFolder, log: () => {} });
  const quiet = await comeToRest(system);
  const problems = quiet === null ? await brokenPromises(system, sent) : [quiet];
  await system.stop();
  for (const problem of problems) say(`  ${problem}`);
  const seconds = Math.round((performance.now() - began) / 1000);
  say(
    `${kills} kills (${up} of a system that was up), ${sent.length} uploads sent, ${heard} acknowledged, ${problems.length} problems, ${seconds} s`,
  );
  // Kept for whoever wants to see what went wrong.
  if (problems.length > 0) say(`  ${dataFolder}`);
  else await rm(folder, { recursive: true });
  process.exitCode = problems.length === 0 ? 0 : 1;
});

/** One life of the system, with uploads as soon as it takes them; true if it came up before it died. */
async function liveAndDie(dataFolder: string, random: Random, sent: SentFile[]): Promise<boolean> {
  const life = random.below(LONGEST_LIFE);
  const mayComeUp = random.below(KILLS_A_START) > 0;
  const system = startLocally(dataFolder);
  let isAlive = true;
  const sending = system.up.then(async (endpoint) => {
    if (endpoint === null) return false;
    const s3 = s3At(endpoint);
    while (isAlive) {
      sent.push(await send(s3, random));
      await pause(random.below(LONGEST_PAUSE));
    }
    s3.destroy();
    return true;
  });
  if (mayComeUp) await system.up;
  await pause(life);
  isAlive = false;
  await system.kill();
  return sending;
}

async function send(s3: S3Client, random: Random): Promise<SentFile> {
  const file = drawFile(random);
  const name = random.pick(['自评表', '自评表（更正）']);
  const key = `uploads/${PERIOD}/${file.submitter}/${name}.csv`;
  const put = new PutObjectCommand({ Bucket: UPLOADS, Key: key, Body: file.body });
  // Killed under our hands: perhaps it has the object, perhaps not.
  const answer = await s3.send(put).catch(() => null);
  return { ...file, key, versionId: answer?.VersionId ?? null };
}
