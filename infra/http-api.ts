import { Duration, RemovalPolicy, Stack } from 'aws-cdk-lib';
import { AccessLogFormat } from 'aws-cdk-lib/aws-apigateway';
import * as gateway from 'aws-cdk-lib/aws-apigatewayv2';
import { HttpJwtAuthorizer } from 'aws-cdk-lib/aws-apigatewayv2-authorizers';
import { HttpLambdaIntegration } from 'aws-cdk-lib/aws-apigatewayv2-integrations';
import type * as lambda from 'aws-cdk-lib/aws-lambda';
import * as logs from 'aws-cdk-lib/aws-logs';
import type * as sns from 'aws-cdk-lib/aws-sns';
import type { Construct } from 'constructs';
import { DESCRIPTION } from '../functions/api/app.ts';
import type { Route } from '../functions/api/route.ts';
import { ROUTES } from '../functions/api/routes/catalogue.ts';
import { acknowledge } from './acknowledge.ts';
import { raiseAlarm } from './alarms.ts';
import type { Settings, TokenIssuer } from './settings.ts';

/** Everything the API answers; all other paths are the portal's. */
export const API_PATHS = '/api/*';

/** Requests a second of all callers together, and how many at once: a district, not the internet. */
const THROTTLE = { rateLimit: 100, burstLimit: 200 };

/** What is noted of a request: neither its query nor its token (docs/decisions/0028). */
const NOTED = {
  time: '$context.requestTime',
  requestId: '$context.requestId',
  ip: '$context.identity.sourceIp',
  method: '$context.httpMethod',
  path: '$context.path',
  status: '$context.status',
  milliseconds: '$context.responseLatency',
  fault: '$context.integrationErrorMessage',
  token: '$context.authorizer.error',
};

/**
 * What the app is told besides the names that every function is: whose tokens to take, where its pages
 * are, and that one proxy stands before the gateway, the CDN or a web server of the operator's.
 */
export const apiEnvironment = (settings: Settings): Record<string, string> => {
  const origin = portalOrigin(settings);
  const { tokens } = settings;
  return {
    TRUSTED_PROXIES: '1',
    ...(origin !== null && { PORTAL_ORIGIN: origin }),
    ...(tokens !== null && tokenEnvironment(tokens)),
  };
};

/** Where the pages are, as far as the operator named it. */
export function portalOrigin({ portalDomain, portalOrigins }: Settings): string | null {
  const [origin = '*'] = portalDomain === null ? portalOrigins : [`https://${portalDomain.name}`];
  return origin === '*' ? null : origin;
}

/** Whose tokens the API takes: who is told it knows that people are not known here. */
export const tokenEnvironment = ({ issuer, audience, keys, client, scope }: TokenIssuer) => ({
  TOKEN_ISSUER: issuer,
  TOKEN_AUDIENCE: audience,
  ...(keys !== null && { TOKEN_KEYS_URL: keys }),
  ...(client !== null && { TOKEN_CLIENT: client }),
  ...(scope !== null && { TOKEN_SCOPE: scope }),
});

/** The HTTP API: one function answers whatever comes to a path below `/api/`. */
export function httpApi(
  scope: Construct,
  api: lambda.Function,
  settings: Settings,
  notices: sns.ITopic,
): gateway.HttpApi {
  const httpApi = new gateway.HttpApi(scope, 'HttpApi', {
    apiName: Stack.of(scope).stackName,
    createDefaultStage: false,
  });
  const log = new logs.LogGroup(scope, 'HttpApiLog', {
    retention: settings.logRetentionDays,
    removalPolicy: RemovalPolicy.DESTROY,
  });
  new gateway.HttpStage(scope, 'HttpApiStage', {
    httpApi,
    autoDeploy: true,
    throttle: THROTTLE,
    accessLogSettings: {
      destination: new gateway.LogGroupLogDestination(log),
      format: AccessLogFormat.custom(JSON.stringify(NOTED)),
    },
  });
  addRoutes(httpApi, api, settings);
  raiseOnFaults(scope, httpApi, notices);
  return httpApi;
}

function addRoutes(
  httpApi: gateway.HttpApi,
  api: lambda.Function,
  { tokens }: Pick<Settings, 'tokens'>,
): void {
  const integration = new HttpLambdaIntegration('Api', api);
  const guarded = httpApi.addRoutes({
    path: '/api/{proxy+}',
    integration,
    ...(tokens !== null && {
      authorizer: new HttpJwtAuthorizer('Tokens', tokens.issuer, {
        jwtAudience: [tokens.audience],
      }),
    }),
  });
  if (tokens === null) {
    for (const route of guarded) acknowledge(route, 'APIG4', APP_VERIFIES);
    return;
  }
  for (const { path, method } of OPEN_TO_ALL) {
    const methods = [method === 'get' ? gateway.HttpMethod.GET : gateway.HttpMethod.POST];
    for (const route of httpApi.addRoutes({ path, methods, integration })) {
      acknowledge(route, 'APIG4', 'Who asks has no token yet, or needs none.');
    }
  }
}

/** What the app answers without a token: so the gateway must not ask for one. */
const OPEN_TO_ALL: readonly Pick<Route, 'path' | 'method'>[] = [
  { path: DESCRIPTION, method: 'get' },
  ...ROUTES.filter(({ access }) => access === 'anyone'),
];

const APP_VERIFIES = 'The app verifies every token by itself; the gateway has no issuer to ask.';

/** Alarms when requests keep ending in 5xx: a fault of ours that the function survived. */
function raiseOnFaults(scope: Construct, httpApi: gateway.HttpApi, notices: sns.ITopic): void {
  const failing = {
    section: 'failing-requests',
    says: '接口反复出错 / requests to the API keep failing',
  };
  raiseAlarm(scope, 'HttpApiFaultsAlarm', failing, notices, {
    metric: httpApi.metricServerError({ period: Duration.minutes(5), statistic: 'sum' }),
    threshold: 5,
  });
}
