import { Logger } from '@aws-lambda-powertools/logger';
import type { Context, SQSEvent } from 'aws-lambda';
import { summarise } from '../../shared/pipeline.ts';
import type { SummariseJob, SummarisePorts } from '../../shared/ports.ts';
import { portalOriginIn, readEnvironment } from '../environment.ts';
import { livePorts } from '../live-ports.ts';
import { emfMeasures } from '../measures.ts';
import { handleEach } from '../message-batch.ts';
import { summariseJobIn } from '../sqs-jobs.ts';
import { workbooks } from '../workbooks.ts';

const logger = new Logger({ serviceName: 'summarise' });
const environment = readEnvironment();
const measures = emfMeasures(environment.SYSTEM_NAME);
const ports: SummarisePorts = {
  ...livePorts(environment),
  workbooks,
  portalOrigin: portalOriginIn(environment),
};

/**
 * Periods whose summary is behind. Of the messages about one period in a batch those that ask for the same
 * are one, and the others come after it: they then find that nothing is left to do.
 */
export const handler = (event: SQSEvent, context: Context) => {
  const asked = new Map<string, Promise<void>>();
  const lastOf = new Map<string, Promise<void>>();
  const rebuildOnce = (job: SummariseJob): Promise<void> => {
    const name = JSON.stringify([job.period, job.due === true, job.again === true]);
    const before = lastOf.get(job.period)?.catch(() => {}) ?? Promise.resolve();
    const running = asked.get(name) ?? before.then(() => rebuild(job));
    asked.set(name, running);
    lastOf.set(job.period, running);
    return running;
  };
  const handleBatch = handleEach(
    async (body, received) => {
      const job = summariseJobIn(body);
      await rebuildOnce({ ...job, again: received > 1 });
      logger.info('summary', { period: job.period });
    },
    logger,
    summariseJobIn,
  );
  return handleBatch(event, context);
};

/** A rebuild for a message that comes again may find nothing new: its time would mean nothing. */
async function rebuild(job: SummariseJob): Promise<void> {
  const receivedAt = await summarise(job, ports);
  if (receivedAt !== null && job.again !== true) measures.summaryWritten(receivedAt);
}
