import { Logger } from '@aws-lambda-powertools/logger';
import type { Context, SQSEvent } from 'aws-lambda';
import { summarise } from '../../shared/pipeline.ts';
import type { SummarisePorts } from '../../shared/ports.ts';
import { readEnvironment } from '../environment.ts';
import { livePorts } from '../live-ports.ts';
import { handleEach } from '../message-batch.ts';
import { summariseJobIn } from '../sqs-jobs.ts';
import { workbooks } from '../workbooks.ts';

const logger = new Logger({ serviceName: 'summarise' });
const ports: SummarisePorts = { ...livePorts(readEnvironment()), workbooks };

/** Periods whose summary is behind; many messages about one period in a batch are one rebuild. */
export const handler = (event: SQSEvent, context: Context) => {
  const rebuilds = new Map<string, Promise<void>>();
  const rebuildOnce = (period: string, again: boolean): Promise<void> => {
    const name = `${period} ${again}`;
    const running = rebuilds.get(name) ?? summarise({ period, again }, ports);
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
