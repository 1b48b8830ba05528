import type { SubmissionNeeds } from './measure-submission.ts';
import { PRICES } from './prices.ts';

/** Memory of every function, and how much slower AWS's vCPU is taken to be than the machine measured on. */
const FUNCTION_GB = 1.769;
const VCPU_SLOWER = 1.5;
/** Seconds a function waits for S3, DynamoDB and SQS in one call, besides its own work. */
const NETWORK_SECONDS = 0.25;
/** Requests that SQS and S3 ask for a message: sent, received, deleted. */
const REQUESTS_A_MESSAGE = 3;
const MESSAGES = 3;
const LOG_BYTES = 2_000;
/** Submissions that one rebuild of the summary takes together in a rush. */
const COALESCED = 10;
const GIGABYTE = 1e9;
/** Long polling asks every 20 seconds, from five pollers a queue. */
const IDLE_REQUESTS_A_MONTH = (3 * 5 * 30 * 86_400) / 20;
const SWEEPS_A_MONTH = 30 * 24 * 12;

/** Dollars. */
export interface Bill {
  readonly lambda: number;
  readonly dynamoDb: number;
  readonly s3: number;
  readonly rest: number;
}

/** What so many submissions cost once, as they come in. */
export function billFor(submissions: number, needs: SubmissionNeeds): Bill {
  const seconds = (milliseconds: number): number =>
    (milliseconds / 1000) * VCPU_SLOWER + NETWORK_SECONDS;
  const work =
    seconds(needs.intakeMs) + seconds(needs.renderMs) + seconds(needs.summariseMs) / COALESCED;
  return {
    lambda: submissions * (work * FUNCTION_GB * PRICES.lambdaGbSecond + 3 * PRICES.lambdaRequest),
    dynamoDb:
      submissions *
      (needs.writeUnits * PRICES.dynamoWriteUnit + needs.readUnits * PRICES.dynamoReadUnit),
    s3: submissions * ((needs.outputs + 2) * PRICES.s3Put + 3 * PRICES.s3Get),
    rest:
      submissions *
      (MESSAGES * REQUESTS_A_MESSAGE * PRICES.sqsRequest + (LOG_BYTES / GIGABYTE) * PRICES.logsGb),
  };
}

/** Dollars a month for a system that holds so many submissions and is asked nothing. */
export function idleBill(submissions: number, needs: SubmissionNeeds): number {
  const stored = (submissions * (needs.outputBytes + needs.uploadBytes)) / GIGABYTE;
  // A write unit is a kilobyte; records are about half of them.
  const table = (submissions * needs.writeUnits * 1000) / GIGABYTE;
  return (
    stored * PRICES.s3GbMonth +
    table * PRICES.dynamoGbMonth +
    IDLE_REQUESTS_A_MONTH * PRICES.sqsRequest +
    SWEEPS_A_MONTH * (NETWORK_SECONDS * FUNCTION_GB * PRICES.lambdaGbSecond)
  );
}

/** What a deadline hour asks of a stack. */
export interface Rush {
  /** Uploads a second at the peak. */
  readonly perSecond: number;
  /** Functions at work at the same time, intake and render together, so that nothing waits. */
  readonly concurrent: number;
  /** Seconds that the last one waits with the concurrency the stack sets. */
  readonly longestWait: number;
}

/** Share of a period's uploads that comes in its last hour. */
export const LAST_HOUR = 0.3;

/** The last hour of a period, its uploads spread evenly, with `concurrency` set for each queue. */
export function rushOf(submissions: number, needs: SubmissionNeeds, concurrency: number): Rush {
  const perSecond = (submissions * LAST_HOUR) / 3600;
  const each = (needs.intakeMs / 1000) * VCPU_SLOWER + NETWORK_SECONDS;
  const print = (needs.renderMs / 1000) * VCPU_SLOWER + NETWORK_SECONDS;
  const possible = concurrency / each;
  const waiting = Math.max(0, (perSecond - possible) * 3600);
  return {
    perSecond,
    concurrent: Math.ceil(perSecond * (each + print)),
    longestWait: waiting / possible,
  };
}
