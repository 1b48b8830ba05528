import { randomUUID } from 'node:crypto';
import { Logger } from '@aws-lambda-powertools/logger';
import { getConnInfo, handle } from 'hono/aws-lambda';
import { readEnvironment } from '../environment.ts';
import { loggable } from '../loggable.ts';
import { makeApp } from './app.ts';
import { clientAddress } from './client-address.ts';
import { liveApi } from './live-api.ts';

const logger = new Logger({ serviceName: 'api' });
const environment = readEnvironment();

const app = makeApp(liveApi(environment, logger), {
  addressOf: (context) =>
    clientAddress(
      getConnInfo(context).remote.address ?? 'unknown',
      context.req.header('x-forwarded-for') ?? null,
      Number(environment.TRUSTED_PROXIES ?? 0),
    ),
  log: (entry) => logger.info('request', { ...entry }),
  logFault(error, path) {
    const number = randomUUID().slice(0, 8);
    logger.error('a request failed', { number, path, error: loggable(error) });
    return number;
  },
});

/** The API for units behind an HTTP API (payload 2.0). */
export const handler = handle(app);
