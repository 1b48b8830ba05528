import { Logger } from '@aws-lambda-powertools/logger';
import * as z from 'zod';
import { type SweepReport, sweep } from '../../shared/pipeline.ts';
import type { SweepPorts } from '../../shared/ports.ts';
import { documentClient } from '../document-client.ts';
import { dynamoAccounts } from '../dynamo/accounts.ts';
import { readEnvironment } from '../environment.ts';
import { liveNotices } from '../live-notices.ts';
import { livePorts } from '../live-ports.ts';
import { liveReminders } from '../live-reminders.ts';
import { withoutContent } from '../loggable.ts';
import { emfMeasures } from '../measures.ts';

const logger = new Logger({ serviceName: 'sweep' });
const environment = readEnvironment();
const ports: SweepPorts = {
  ...livePorts(environment),
  // Where an identity provider knows people, nobody can be asked about them here.
  people:
    environment.TOKEN_ISSUER === undefined
      ? dynamoAccounts({ documents: documentClient(), name: environment.TABLE_NAME })
      : null,
  reminders: liveReminders(environment),
  notices: liveNotices(environment, logger, emfMeasures(environment.SYSTEM_NAME)),
};

/** A scheduled event, or one sent by hand: `{"detail": {"overdueMinutes": 0}}` waits for nothing. */
const sweepEvent = z.object({
  detail: z.object({ overdueMinutes: z.number().nonnegative().exactOptional() }).exactOptional(),
});

/** Finds what got lost on the way and sends it again. */
export async function handler(event: unknown): Promise<SweepReport> {
  const { detail } = sweepEvent.parse(event);
  const report = await sweep(ports, detail?.overdueMinutes).catch((error: unknown) => {
    // The runtime logs whatever is thrown to it.
    throw withoutContent(error);
  });
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
