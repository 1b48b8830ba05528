import {
  apiProperties,
  integrationProperties,
  routeProperties,
  stageProperties,
} from './http-properties.ts';
import { nameInArn } from './names.ts';
import type { ReadAll } from './read-resources.ts';
import type { HttpApiWiring } from './wiring.ts';

/** The HTTP APIs of the template with their routes. */
export function readHttpApis(all: ReadAll): HttpApiWiring[] {
  const integrations = new Map(
    all('AWS::ApiGatewayV2::Integration', integrationProperties, (integration, name) => [
      name,
      integration,
    ]),
  );
  const routes = all('AWS::ApiGatewayV2::Route', routeProperties, ({ ApiId, RouteKey, Target }) => {
    const integration = integrations.get(Target.slice(Target.indexOf('/') + 1));
    const [method = '', path = ''] = RouteKey.split(' ');
    const route = {
      key: RouteKey,
      method,
      path,
      function: nameInArn(integration?.IntegrationUri ?? ''),
      timeout: integration?.TimeoutInMillis ?? 0,
    };
    return { api: ApiId, route };
  });
  // Nothing of a stage takes effect here, but one of another kind would be reached by other paths.
  const staged = all('AWS::ApiGatewayV2::Stage', stageProperties, ({ ApiId }) => ApiId);
  return all('AWS::ApiGatewayV2::Api', apiProperties, (_properties, name) => ({
    name,
    routes: routes.flatMap(({ api, route }) =>
      api === name && staged.includes(name) ? route : [],
    ),
  }));
}
