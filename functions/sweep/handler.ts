import { Logger } from '@aws-lambda-powertools/logger';
import * as z from 'zod';
import { type SweepReport, sweep } from '../../shared/pipeline.ts';
import { readEnvironment } from '../environment.ts';
import { livePorts } from '../live-ports.ts';

const logger = new Logger({ serviceName: 'sweep' });
const ports = livePorts(readEnvironment());

/** A scheduled event, or one sent by hand: `{"detail": {"overdueMinutes": 0}}` waits for nothing. */
const sweepEvent = z.object({
  detail: z.object({ overdueMinutes: z.number().nonnegative().exactOptional() }).exactOptional(),
});

/** Finds what got lost on the way and sends it again. */
export async function handler(event: unknown): Promise<SweepReport> {
  const { detail } = sweepEvent.parse(event);
  const report = await sweep(ports, detail?.overdueMinutes);
  for (const { id, submission, revision } of report.failed) {
    logger.error('an upload failed', { uploadId: id, ...submission, revision });
  }
  for (const { period, submitter, revision, uploadId } of report.stuck) {
    logger.error('a report is stuck', { uploadId, period, submitter, revision });
  }
  // The alarms count by these numbers (infra/notices.ts).
  const { failed, stuck, ...asked } = report;
  logger.info('sweep', { failed: failed.length, stuck: stuck.length, ...asked });
  return report;
}
