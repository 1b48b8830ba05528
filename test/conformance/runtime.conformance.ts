import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import process from 'node:process';
import { GetObjectCommand, PutObjectCommand } from '@aws-sdk/client-s3';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { dynamoSubmissions } from '../../functions/dynamo/submissions.ts';
import { announcementOf } from '../../functions/s3-event.ts';
import { seed } from '../../functions/seed.ts';
import { bundleFunctions } from '../../infra/bundle.ts';
import type { BundleName } from '../../infra/bundles.ts';
import type { Submissions } from '../../shared/store/submissions.ts';
import { parseRegister } from '../../shared/unit.ts';
import type { UploadEvent } from '../../shared/upload.ts';
import { uploadId } from '../../shared/upload-id.ts';
import { PERIODS } from '../../templates/periods.ts';
import { uploadEvent } from '../sample-uploads.ts';
import { type MotoSystem, startMotoSystem } from './moto-system.ts';
import { type LambdaRun, startLambda } from './runtime-api.ts';
import { describeWith } from './tools.ts';

/*
 * The bundles as they are deployed, loaded and called by AWS's own client of the Runtime API, with moto
 * for everything else.
 */

const SAMPLES = new URL('../../templates/samples/', import.meta.url);
const PUBLISHED = '2021/LG-FGJ/2021年度部门预算项目绩效自评表.xlsx';

describeWith('runtime client', "the bundles under AWS's runtime client", () => {
  describeWith('moto', 'with moto', () => {
    let folder: string;
    let system: MotoSystem;
    let submissions: Submissions;
    const running: LambdaRun[] = [];

    beforeAll(async () => {
      folder = await mkdtemp(path.join(tmpdir(), 'jixiao-runtime-'));
      await bundleFunctions(folder);
      system = await startMotoSystem();
      submissions = dynamoSubmissions(system.documents, system.environment.TABLE_NAME);
      const register = parseRegister(await readFile(new URL('units.csv', SAMPLES), 'utf8'));
      await seed(register, PERIODS, submissions);
    });
    afterAll(async () => {
      await Promise.all(running.map((run) => run.stop()));
      await system.stop();
      await rm(folder, { recursive: true });
    });

    async function start(
      bundle: BundleName,
      changes: Readonly<Record<string, string>> = {},
    ): Promise<LambdaRun> {
      const { AWS_ENDPOINT_URL, AWS_REGION } = process.env as Record<string, string>;
      const credentials = { AWS_ACCESS_KEY_ID: 'test', AWS_SECRET_ACCESS_KEY: 'test' };
      const run = await startLambda(path.join(folder, bundle), {
        ...system.environment,
        ...credentials,
        AWS_ENDPOINT_URL: AWS_ENDPOINT_URL ?? '',
        AWS_REGION: AWS_REGION ?? '',
        FONTS_DIRECTORY: 'fonts',
        ...changes,
      });
      running.push(run);
      return run;
    }

    /** A batch of one message, as SQS hands it to Lambda. */
    const batch = (body: string, messageId = 'message-1') => ({
      Records: [
        {
          messageId,
          receiptHandle: 'receipt',
          body,
          attributes: { ApproximateReceiveCount: '1' },
          messageAttributes: {},
          md5OfBody: '',
          eventSource: 'aws:sqs',
          eventSourceARN: 'arn:aws:sqs:us-east-1:123456789012:work',
          awsRegion: 'us-east-1',
        },
      ],
    });
    const DONE = { kind: 'response', body: { batchItemFailures: [] } };

    /** Puts the published table into the bucket; returns its announcement. */
    async function drop(): Promise<UploadEvent> {
      const bucket = system.environment.UPLOADS_BUCKET;
      const key = `uploads/${PUBLISHED}`;
      const Body = await readFile(new URL(PUBLISHED, SAMPLES));
      const put = new PutObjectCommand({ Bucket: bucket, Key: key, Body });
      const { VersionId = '' } = await system.s3.send(put);
      return uploadEvent({ bucket, key, versionId: VersionId, size: Body.length });
    }

    test('intake judges a workbook in its child process, render prints it', async () => {
      const event = await drop();
      const intake = await start('intake');
      expect(await intake.invoke(batch(announcementOf(event)))).toEqual(DONE);
      const id = uploadId(event.bucket, event.key, event.versionId);
      const upload = await submissions.upload(id);
      expect(upload).toMatchObject({ status: 'accepted', revision: 1 });

      const job = { period: '2021', submitter: 'LG-FGJ', revision: 1 };
      const render = await start('render');
      expect(await render.invoke(batch(JSON.stringify(job)))).toEqual(DONE);
      const { report } = (await submissions.revision(job))!;
      expect(report.state).toBe('ready');
      const { Body } = await system.s3.send(
        new GetObjectCommand({ Bucket: system.environment.OUTPUTS_BUCKET, Key: report.file! }),
      );
      expect(
        Buffer.from(await Body!.transformToByteArray())
          .subarray(0, 5)
          .toString(),
      ).toBe('%PDF-');

      const summarise = await start('summarise');
      expect(await summarise.invoke(batch('{"period":"2021"}'))).toEqual(DONE);
      expect(await submissions.summaryState('2021')).toMatchObject({ summaryFile: 1 });
    });

    test('a message that cannot be read is handed back by its id, and the next one is dealt with', async () => {
      const intake = await start('intake');
      expect(await intake.invoke(batch('no JSON', 'bad'))).toEqual({
        kind: 'response',
        body: { batchItemFailures: [{ itemIdentifier: 'bad' }] },
      });
      expect(await intake.invoke(batch(announcementOf(await drop())))).toEqual(DONE);
    });

    test('the API answers an event of an HTTP API', async () => {
      const api = await start('api');
      const answer = await api.invoke(request('/api/openapi.json'));
      expect(answer).toMatchObject({ kind: 'response', body: { statusCode: 200 } });
      const { body } = answer.body as { readonly body: string };
      expect(JSON.parse(body)).toMatchObject({ openapi: '3.1.0' });
      expect((await api.invoke(request('/api/me'))).body).toMatchObject({ statusCode: 401 });
    });

    describe('what goes wrong is reported', () => {
      test('an event that the sweep cannot read; it goes on afterwards', async () => {
        const sweep = await start('sweep');
        const broken = await sweep.invoke({ detail: { overdueMinutes: '植错串' } });
        expect(broken).toMatchObject({ kind: 'error', body: { errorType: 'ZodError' } });
        expect(JSON.stringify(broken.body)).not.toContain('植错串');
        expect(await sweep.invoke({})).toMatchObject({ kind: 'response', body: { unreadable: 0 } });
      });

      test('a function that is not told what it needs', async () => {
        const api = await start('api', { INTAKE_QUEUE_URL: 'nowhere' });
        expect(await api.initError).toMatchObject({
          errorMessage: expect.stringContaining('INTAKE_QUEUE_URL'),
        });
      });
    });
  });
});

const request = (rawPath: string) => ({
  version: '2.0',
  routeKey: '$default',
  rawPath,
  rawQueryString: '',
  headers: { host: 'api.example' },
  isBase64Encoded: false,
  requestContext: {
    domainName: 'api.example',
    http: { method: 'GET', path: rawPath, sourceIp: '192.0.2.7' },
  },
});
