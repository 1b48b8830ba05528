import { Logger } from '@aws-lambda-powertools/logger';
import { publish } from '../../shared/pipeline.ts';
import type { PublishJob, PublishPorts } from '../../shared/ports.ts';
import { publishBundle } from '../../shared/publish/publish-bundle.ts';
import { publishIndex, publishSite } from '../../shared/publish/publish-index.ts';
import { cloudFrontCaches, NO_CACHES } from '../cloudfront-caches.ts';
import { readEnvironment, siteIn } from '../environment.ts';
import { fontPlaces } from '../fonts.ts';
import { livePorts } from '../live-ports.ts';
import { handleEach } from '../message-batch.ts';
import { fontPrinter } from '../render/printer.ts';
import { s3Client } from '../s3-client.ts';
import { siteAssetsIn } from '../site-assets.ts';
import { publicationMessageIn } from '../sqs-jobs.ts';
import { workbooks } from '../workbooks.ts';
import { sharedRuns } from './shared-runs.ts';

const logger = new Logger({ serviceName: 'publish' });
const environment = readEnvironment();
const { PUBLIC_DISTRIBUTION: distribution = '', SITE_DIRECTORY = 'site' } = environment;
const ports: PublishPorts = {
  ...livePorts(environment),
  printer: fontPrinter(fontPlaces(environment)),
  workbooks,
  site: siteIn(environment),
  assets: siteAssetsIn(SITE_DIRECTORY),
  caches:
    distribution === ''
      ? NO_CACHES
      : cloudFrontCaches({ distribution, credentials: s3Client().config.credentials }),
};
const writeIndex = sharedRuns((jobs: readonly PublishJob[]) => publishIndex(jobs, ports));

/**
 * What is public, where it is behind: of a submission, those of a batch sharing the rebuilding of the
 * index; a period packed as a whole; or the site's own pages.
 */
export const handler = handleEach(
  async (body, received) => {
    const message = publicationMessageIn(body);
    if (message.kind === 'submission') await publish(message.job, ports, writeIndex);
    else if (message.kind === 'site') await publishSite(ports);
    else await publishBundle({ ...message.job, again: received > 1 }, ports);
    logger.info('publication', { ...message });
  },
  logger,
  publicationMessageIn,
);
