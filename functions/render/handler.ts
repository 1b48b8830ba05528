import { Logger } from '@aws-lambda-powertools/logger';
import { render } from '../../shared/pipeline.ts';
import type { RenderPorts } from '../../shared/ports.ts';
import { portalOriginIn, readEnvironment, siteIn } from '../environment.ts';
import { fontPlaces } from '../fonts.ts';
import { livePorts } from '../live-ports.ts';
import { emfMeasures } from '../measures.ts';
import { handleEach } from '../message-batch.ts';
import { renderJobIn } from '../sqs-jobs.ts';
import { fontPrinter } from './printer.ts';

const logger = new Logger({ serviceName: 'render' });
const environment = readEnvironment();
const measures = emfMeasures(environment.SYSTEM_NAME);
const ports: RenderPorts = {
  ...livePorts(environment),
  printer: fontPrinter(fontPlaces(environment), {
    site: siteIn(environment).address,
    portal: portalOriginIn(environment),
  }),
};

/** Revisions whose report is to be printed. */
export const handler = handleEach(
  async (body) => {
    const job = renderJobIn(body);
    const printed = await render(job, ports);
    if (printed !== null) measures.reportPrinted(printed.receivedAt);
    logger.info('report', { ...(printed && { uploadId: printed.uploadId }), ...job });
  },
  logger,
  renderJobIn,
);
