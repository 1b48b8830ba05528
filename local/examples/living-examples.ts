import { S3Client } from '@aws-sdk/client-s3';
import { CREDENTIALS } from '../credentials.ts';
import { openStore } from '../open-store.ts';
import type { RunningSystem } from '../system.ts';
import { REGION } from '../wiring/names.ts';
import { reviewExamples } from './review-examples.ts';
import { sendExamples } from './send-examples.ts';

/**
 * Fills a new installation with a collection under way: made-up units send, people review, one department
 * publishes. Goes on while the system is used already; ends early, and quietly, when `signal` says so.
 */
export async function liveExamples(
  system: RunningSystem,
  period: string,
  say: (line: string) => void,
  signal: AbortSignal,
): Promise<void> {
  const { submissions, close } = openStore(system);
  const s3 = new S3Client({
    endpoint: system.s3,
    region: REGION,
    credentials: CREDENTIALS,
    forcePathStyle: true,
  });
  try {
    const uploadsBucket = system.names['UploadsBucket'] ?? '';
    await sendExamples({ s3, uploadsBucket, submissions, period, say, signal });
    if (system.portal !== null) await reviewExamples(system.portal, period);
    say(`[示例 example] ${period} 年度的示例单位已就绪 / the examples of ${period} are there`);
  } catch (error) {
    if (!signal.aborted) say(`示例数据没有装完 / the examples are incomplete: ${String(error)}`);
  } finally {
    s3.destroy();
    close();
  }
}
