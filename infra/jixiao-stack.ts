import { CfnOutput, Duration, RemovalPolicy, Stack, type StackProps } from 'aws-cdk-lib';
import * as dynamodb from 'aws-cdk-lib/aws-dynamodb';
import * as events from 'aws-cdk-lib/aws-events';
import * as targets from 'aws-cdk-lib/aws-events-targets';
import * as lambda from 'aws-cdk-lib/aws-lambda';
import { SqsEventSource } from 'aws-cdk-lib/aws-lambda-event-sources';
import * as s3 from 'aws-cdk-lib/aws-s3';
import * as sns from 'aws-cdk-lib/aws-sns';
import { EmailSubscription } from 'aws-cdk-lib/aws-sns-subscriptions';
import type { Construct } from 'constructs';
import { PASSING_TAG } from '../functions/passing-tag.ts';
import { HEAP_OPTIONS } from '../functions/summarise/heap-options.ts';
import { acknowledge } from './acknowledge.ts';
import { raiseOnSilence, watchFunction } from './alarms.ts';
import { bucketEncryption } from './bucket-keys.ts';
import { systemDashboard } from './dashboard.ts';
import {
  letAddItems,
  letChangeItems,
  letForget,
  letListOutputs,
  letListUploads,
  letPublish,
  letPutUploads,
  letReadOutputs,
  letReadTable,
  letReadUploads,
  letTagOutputs,
  letTellOutputs,
  letWriteItemsOf,
  letWriteOutputs,
} from './grants.ts';
import { type House, houseFunction } from './house-function.ts';
import { apiEnvironment, httpApi, portalOrigin, tokenEnvironment } from './http-api.ts';
import { letAlarmsSpeak, raiseOnSweep, raiseOnUnsent } from './notices.ts';
import { portalSite } from './portal-site.ts';
import { publicSite } from './public-site.ts';
import { announceUploads } from './upload-events.ts';
import { uploadNotices } from './upload-notices.ts';
import { workQueue } from './work-queue.ts';

/** What the stack is built from: CDK's own properties, the settings and the built bundles. */
export interface JixiaoStackProps extends StackProps, House {}

const ONE_FILE = Duration.seconds(60);
const ONE_PERIOD = Duration.minutes(5);
const ONE_SWEEP = Duration.minutes(4);
/** The gateway hangs up after 30 seconds; the function is to fail before, so that its log says why. */
const ONE_REQUEST = Duration.seconds(29);

/** The whole system, in the order in which a workbook travels through it. */
export class JixiaoStack extends Stack {
  constructor(scope: Construct, id: string, { settings, bundles, ...props }: JixiaoStackProps) {
    super(scope, id, props);
    const house: House = { settings, bundles };

    const notices = new sns.Topic(this, 'Notices', { enforceSSL: true });
    letAlarmsSpeak(notices);
    if (settings.alarmEmail !== null) {
      notices.addSubscription(new EmailSubscription(settings.alarmEmail));
    }

    // Units and finance are told on another topic how each upload ended.
    const told = uploadNotices(this, settings);
    raiseOnUnsent(this, notices);

    // A unit drops its workbook into the uploads bucket; the bucket tells the intake queue.
    const encryption = bucketEncryption(this, settings);
    const uploads = new s3.Bucket(this, 'Uploads', {
      ...PRIVATE_AND_KEPT,
      ...encryption,
      cors: [fromThePortal(settings, [s3.HttpMethods.POST, s3.HttpMethods.PUT])],
    });
    const intakeWork = workQueue(this, 'Intake', ONE_FILE, notices);
    announceUploads(uploads, intakeWork.queue);

    // Everything that is known of uploads, rows and periods.
    const table = new dynamodb.Table(this, 'Table', {
      partitionKey: text('pk'),
      sortKey: text('sk'),
      billingMode: dynamodb.BillingMode.PAY_PER_REQUEST,
      encryption: dynamodb.TableEncryption.AWS_MANAGED,
      pointInTimeRecoverySpecification: { pointInTimeRecoveryEnabled: true },
      deletionProtection: true,
      removalPolicy: RemovalPolicy.RETAIN,
    });
    table.addGlobalSecondaryIndex({
      indexName: 'group',
      partitionKey: text('gpk'),
      sortKey: text('gsk'),
    });
    table.addGlobalSecondaryIndex({
      indexName: 'pending',
      partitionKey: text('ppk'),
      sortKey: text('psk'),
    });

    const outputs = new s3.Bucket(this, 'Outputs', {
      ...PRIVATE_AND_KEPT,
      cors: [fromThePortal(settings, [s3.HttpMethods.GET, s3.HttpMethods.POST])],
      ...encryption,
      lifecycleRules: [
        { noncurrentVersionExpiration: Duration.days(settings.retentionDays) },
        ...PASSING_GENERATIONS,
        POSTED_AND_FORGOTTEN,
        ...GIVEN_UP_PARTS,
      ],
    });
    // What everybody may read lies apart, and needs no key of the account's. What is withdrawn goes
    // for good, a day later.
    const open = new s3.Bucket(this, 'Public', {
      ...PRIVATE_AND_KEPT,
      lifecycleRules: [{ noncurrentVersionExpiration: Duration.days(1) }, ...GIVEN_UP_PARTS],
    });
    for (const bucket of [uploads, outputs, open]) acknowledge(bucket, 'S1', NO_ACCESS_LOGS);
    const renderWork = workQueue(this, 'Render', ONE_FILE, notices);
    const summariseWork = workQueue(this, 'Summarise', ONE_PERIOD, notices);
    const publishWork = workQueue(this, 'Publish', ONE_PERIOD, notices);

    // The functions parse their environment through one schema: each is told every name, and granted
    // only what it uses.
    const environment = {
      SYSTEM_NAME: this.stackName,
      TABLE_NAME: table.tableName,
      UPLOADS_BUCKET: uploads.bucketName,
      OUTPUTS_BUCKET: outputs.bucketName,
      INTAKE_QUEUE_URL: intakeWork.queue.queueUrl,
      INTAKE_DEAD_LETTER_QUEUE_URL: intakeWork.deadLetters.queueUrl,
      RENDER_QUEUE_URL: renderWork.queue.queueUrl,
      SUMMARISE_QUEUE_URL: summariseWork.queue.queueUrl,
      PUBLISH_QUEUE_URL: publishWork.queue.queueUrl,
      PUBLIC_BUCKET: open.bucketName,
      NOTICES_TOPIC_ARN: told.topicArn,
    };
    // Relative to the working directory, which is the folder of the bundle.
    const printing = { ...environment, FONTS_DIRECTORY: 'fonts' };
    const showing = { ...printing, ...(settings.site === null ? {} : { SITE: settings.site }) };

    // Intake reads and checks the workbook, stores its rows, and wakes the next two.
    const intake = houseFunction(this, 'Intake', 'intake', house, {
      timeout: ONE_FILE,
      environment: printing,
    });
    intake.addEventSource(new SqsEventSource(intakeWork.queue, ONE_AT_A_TIME));
    letReadUploads(intake, uploads);
    letReadTable(intake, table);
    letAddItems(intake, table);
    letChangeItems(intake, table);
    letWriteOutputs(intake, outputs, ['submissions', 'unfiled']);
    renderWork.queue.grantSendMessages(intake);
    summariseWork.queue.grantSendMessages(intake);
    told.grantPublish(intake);

    // Render prints the report of an accepted revision from its rows.
    const render = houseFunction(this, 'Render', 'render', house, {
      timeout: ONE_FILE,
      environment: showing,
    });
    render.addEventSource(new SqsEventSource(renderWork.queue, ONE_AT_A_TIME));
    letReadTable(render, table);
    letChangeItems(render, table);
    letWriteOutputs(render, outputs, ['submissions']);

    // Summarise rebuilds the workbook of a period; many changes within a few seconds make one rebuild.
    const summarise = houseFunction(this, 'Summarise', 'summarise', house, {
      timeout: ONE_PERIOD,
      environment: { ...environment, NODE_OPTIONS: HEAP_OPTIONS },
      // It sends itself one more message when a period changed meanwhile. Lambda takes a chain of
      // sixteen of those for a runaway loop; on a deadline day it is not.
      recursiveLoop: lambda.RecursiveLoop.ALLOW,
    });
    summarise.addEventSource(
      new SqsEventSource(summariseWork.queue, {
        batchSize: 100,
        maxBatchingWindow: Duration.seconds(5),
        maxConcurrency: 2,
        reportBatchItemFailures: true,
      }),
    );
    letReadTable(summarise, table);
    letChangeItems(summarise, table);
    letWriteOutputs(summarise, outputs, ['summaries']);
    letTagOutputs(summarise, outputs, 'summaries');
    letReadOutputs(summarise, outputs, ['summaries/*', 'submissions/*/findings.json']);
    letListOutputs(summarise, outputs, 'summaries');
    summariseWork.queue.grantSendMessages(summarise);

    // Publish brings what is public in line with the reviews, from masked records alone, and has the
    // CDN forget what is withdrawn.
    const distribution = settings.cdn ? publicSite(this, open, settings) : null;
    const publish = houseFunction(this, 'Publish', 'publish', house, {
      timeout: ONE_PERIOD,
      environment: { ...showing, PUBLIC_DISTRIBUTION: distribution?.distributionId ?? '' },
      // It sends itself a message to pack the period, once for each publication.
      recursiveLoop: lambda.RecursiveLoop.ALLOW,
    });
    publish.addEventSource(
      new SqsEventSource(publishWork.queue, {
        batchSize: 10,
        maxBatchingWindow: Duration.seconds(1),
        maxConcurrency: 2,
        reportBatchItemFailures: true,
      }),
    );
    letReadTable(publish, table);
    letAddItems(publish, table);
    letPublish(publish, open);
    if (distribution !== null) letForget(publish, distribution);
    publishWork.queue.grantSendMessages(publish);

    // Sweep finds what got lost on the way and sends it again.
    const sweep = houseFunction(this, 'Sweep', 'sweep', house, {
      timeout: ONE_SWEEP,
      environment: {
        ...environment,
        ...(settings.tokens === null ? {} : tokenEnvironment(settings.tokens)),
      },
    });
    new events.Rule(this, 'SweepSchedule', {
      schedule: events.Schedule.rate(Duration.minutes(5)),
      targets: [new targets.LambdaFunction(sweep, { retryAttempts: 0 })],
    });
    raiseOnSweep(this, sweep.logGroup, notices);
    raiseOnSilence(sweep, notices);
    letListUploads(sweep, uploads);
    letReadTable(sweep, table);
    letAddItems(sweep, table);
    letChangeItems(sweep, table);
    letWriteOutputs(sweep, outputs, ['submissions', 'unfiled']);
    // What is to be public by itself is looked at once more before it is.
    letReadOutputs(sweep, outputs, ['submissions/*/findings.json']);
    intakeWork.deadLetters.grantConsumeMessages(sweep);
    intakeWork.queue.grantSendMessages(sweep);
    renderWork.queue.grantSendMessages(sweep);
    summariseWork.queue.grantSendMessages(sweep);
    publishWork.queue.grantSendMessages(sweep);
    told.grantPublish(sweep);

    // What people see: the portal's files and the API behind one origin.
    const api = houseFunction(this, 'Api', 'api', house, {
      timeout: ONE_REQUEST,
      environment: { ...showing, ...apiEnvironment(settings) },
    });
    letReadUploads(api, uploads);
    letPutUploads(api, uploads);
    letReadOutputs(api, outputs, ['submissions/*', 'summaries/*', 'incoming/*']);
    letWriteOutputs(api, outputs, ['submissions/*/scans', 'incoming']);
    letTellOutputs(api, outputs);
    letReadTable(api, table);
    letWriteItemsOf(api, table, WRITTEN_BY_PEOPLE);
    for (const { queue } of [intakeWork, renderWork, summariseWork, publishWork]) {
      queue.grantSendMessages(api);
    }
    told.grantPublish(api);
    const gateway = httpApi(this, api, settings, notices);
    let origin = portalOrigin(settings);
    if (settings.cdn) {
      const portal = new s3.Bucket(this, 'PortalFiles', PRIVATE_AND_KEPT);
      acknowledge(portal, 'S1', PUBLIC_FILES);
      const parts = { portal, httpApi: gateway, reached: [uploads, outputs] };
      const site = portalSite(this, parts, settings);
      origin ??= site;
      new CfnOutput(this, 'PortalBucket', { value: portal.bucketName });
    }
    // Links of a summary lead through the portal, wherever the workbook is saved; so does the QR code of a
    // stamped copy where no public site answers it.
    if (origin !== null) {
      summarise.addEnvironment('PORTAL_ORIGIN', origin);
      render.addEnvironment('PORTAL_ORIGIN', origin);
    }

    for (const watched of [intake, render, summarise, publish, sweep, api]) {
      watchFunction(watched, notices);
    }
    systemDashboard(this, {
      functions: [intake, render, summarise, publish, sweep, api],
      queues: [intakeWork, renderWork, summariseWork, publishWork],
    });

    new CfnOutput(this, 'ApiAddress', { value: gateway.apiEndpoint });
    new CfnOutput(this, 'UploadsBucket', { value: uploads.bucketName });
    new CfnOutput(this, 'OutputsBucket', { value: outputs.bucketName });
    new CfnOutput(this, 'PublicBucket', { value: open.bucketName });
    new CfnOutput(this, 'PublishQueueUrl', { value: publishWork.queue.queueUrl });
    new CfnOutput(this, 'TableName', { value: table.tableName });
    new CfnOutput(this, 'NoticesTopic', { value: notices.topicArn });
  }
}

/** Parts of an upload that nobody finished: they cost, and nobody sees them. */
const GIVEN_UP_PARTS: s3.LifecycleRule[] = [
  { abortIncompleteMultipartUploadAfter: Duration.days(7) },
];

const SOME_WEEKS = Duration.days(90);

/**
 * Of the generations of a summary the first of each hour stays. S3 holds to the shorter time where two
 * rules are about the same object; versions of the newest summary are generations, too.
 */
const PASSING_GENERATIONS: s3.LifecycleRule[] = [
  {
    tagFilters: { [PASSING_TAG.name]: PASSING_TAG.value },
    expiration: SOME_WEEKS,
    noncurrentVersionExpiration: Duration.days(1),
  },
  { prefix: 'summaries/', noncurrentVersionExpiration: SOME_WEEKS },
];
/** Scans that nobody told of; those that were told of lie with their revision. */
const POSTED_AND_FORGOTTEN: s3.LifecycleRule = {
  prefix: 'incoming/',
  expiration: Duration.days(1),
  noncurrentVersionExpiration: Duration.days(1),
};

const PRIVATE_AND_KEPT: s3.BucketProps = {
  versioned: true,
  encryption: s3.BucketEncryption.S3_MANAGED,
  lifecycleRules: GIVEN_UP_PARTS,
  enforceSSL: true,
  blockPublicAccess: s3.BlockPublicAccess.BLOCK_ALL,
  objectOwnership: s3.ObjectOwnership.BUCKET_OWNER_ENFORCED,
  removalPolicy: RemovalPolicy.RETAIN,
};

/** Lets pages of the portal ask by presigned requests. */
const fromThePortal = (
  { portalOrigins }: House['settings'],
  allowedMethods: s3.HttpMethods[],
): s3.CorsRule => ({
  allowedMethods,
  allowedOrigins: [...portalOrigins],
  allowedHeaders: ['*'],
  exposedHeaders: ['ETag', 'x-amz-version-id'],
  maxAge: 3600,
});

/** What people cause through the API: all but what is public. */
const WRITTEN_BY_PEOPLE = [
  'ACCOUNT#*',
  'AUDIT#*',
  'BUREAU#*',
  'PERIOD#*',
  'REQUEST#*',
  'SIGNING',
  'SUBMISSION#*',
  'UNIT#*',
  'UPLOAD#*',
];

const PUBLIC_FILES = 'It holds the files of the portal, which anybody may read through the CDN.';

/** docs/decisions/0037-no-server-access-logs.md */
const NO_ACCESS_LOGS =
  'Access logs come at best effort and repeat file names; CloudTrail data events are the audit.';

const ONE_AT_A_TIME = { batchSize: 1, maxConcurrency: 10, reportBatchItemFailures: true };

const text = (name: string): dynamodb.Attribute => ({
  name,
  type: dynamodb.AttributeType.STRING,
});
