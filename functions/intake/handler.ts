import { Logger } from '@aws-lambda-powertools/logger';
import { intake } from '../../shared/pipeline.ts';
import type { IntakePorts } from '../../shared/ports.ts';
import { uploadId } from '../../shared/upload-id.ts';
import { readEnvironment } from '../environment.ts';
import { fontPlaces } from '../fonts.ts';
import { liveNotices } from '../live-notices.ts';
import { livePorts } from '../live-ports.ts';
import { emfMeasures } from '../measures.ts';
import { handleEach } from '../message-batch.ts';
import { uploadsIn } from '../s3-event.ts';
import { workbooks } from '../workbooks.ts';
import { childReader } from './child-reader.ts';
import { countedJudge } from './counted-judge.ts';
import { liveJudge } from './live-judge.ts';

const logger = new Logger({ serviceName: 'intake' });
const environment = readEnvironment();
const measures = emfMeasures(environment.SYSTEM_NAME);
const ports: IntakePorts = {
  ...livePorts(environment),
  notices: liveNotices(environment, logger, measures),
  reader: childReader(),
  judge: countedJudge(liveJudge(fontPlaces(environment)), measures),
  workbooks,
};

/** Messages of the uploads bucket: each upload is taken in, up to its final status. */
export const handler = handleEach(
  async (body) => {
    for (const event of uploadsIn(body)) {
      const { id, submission, revision, status } = await intake(event, ports);
      logger.info('upload', { uploadId: id, ...submission, revision, status });
    }
  },
  logger,
  (body) => {
    const [event] = uploadsIn(body);
    return event === undefined
      ? {}
      : { uploadId: uploadId(event.bucket, event.key, event.versionId) };
  },
);
