import { Logger } from '@aws-lambda-powertools/logger';
import { publish } from '../../shared/pipeline.ts';
import type { PublishJob, PublishPorts } from '../../shared/ports.ts';
import { publishIndex } from '../../shared/publish/publish-index.ts';
import { readEnvironment, siteIn } from '../environment.ts';
import { fontPlaces } from '../fonts.ts';
import { livePorts } from '../live-ports.ts';
import { handleEach } from '../message-batch.ts';
import { fontPrinter } from '../render/printer.ts';
import { publishJobIn } from '../sqs-jobs.ts';
import { workbooks } from '../workbooks.ts';
import { sharedRuns } from './shared-runs.ts';

const logger = new Logger({ serviceName: 'publish' });
const environment = readEnvironment();
const ports: PublishPorts = {
  ...livePorts(environment),
  printer: fontPrinter(fontPlaces(environment)),
  workbooks,
  site: siteIn(environment),
};
const writeIndex = sharedRuns((jobs: readonly PublishJob[]) => publishIndex(jobs, ports));

/** Submissions whose public files are behind; those of a batch share the rebuilding of the index. */
export const handler = handleEach(
  async (body) => {
    const job = publishJobIn(body);
    await publish(job, ports, writeIndex);
    logger.info('publication', { ...job });
  },
  logger,
  publishJobIn,
);
