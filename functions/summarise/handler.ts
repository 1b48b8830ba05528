import { Logger } from '@aws-lambda-powertools/logger';
import type { Context, SQSEvent } from 'aws-lambda';
import { summarise } from '../../shared/pipeline.ts';
import type { SummarisePorts } from '../../shared/ports.ts';
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

/** Periods whose summary is behind; many messages about one period in a batch are one rebuild. */
export const handler = (event: SQSEvent, context: Context) => {
  const rebuilds = new Map<string, Promise<void>>();
  const rebuildOnce = (period: string, again: boolean): Promise<void> => {
    const name = `${period} ${again}`;
    const running = rebuilds.get(name) ?? rebuild(period, again);
    rebuilds.set(name, running);
    return running;
  };
  const handleBatch = handleEach(
    async (body, received) => {
      const { period } = summariseJobIn(body);
      await rebuildOnce(period, received > 1);
      logger.info('summary', { period });
    },
    logger,
    summariseJobIn,
  );
  return handleBatch(event, context);
};

/** A rebuild for a message that comes again may find nothing new: its time would mean nothing. */
async function rebuild(period: string, again: boolean): Promise<void> {
  const receivedAt = await summarise({ period, again }, ports);
  if (receivedAt !== null && !again) measures.summaryWritten(receivedAt);
}
