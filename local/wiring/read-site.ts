import { StartError } from '../start-error.ts';
import {
  type BehaviourProperties,
  distributionProperties,
  edgeFunctionProperties,
  headersPolicyProperties,
} from './http-properties.ts';
import { apiHost, bucketHost, nameInArn } from './names.ts';
import type { ReadAll } from './read-resources.ts';
import type { AddedHeader, BehaviourWiring, HttpApiWiring, SiteWiring } from './wiring.ts';

/** What a behaviour names besides itself. */
interface Around {
  /** Id of an origin → its host. */
  readonly hosts: ReadonlyMap<string, string>;
  readonly buckets: readonly { readonly name: string }[];
  readonly apis: readonly HttpApiWiring[];
  /** Name of a function at the edge → its code. */
  readonly code: ReadonlyMap<string, string>;
  /** Name of a policy → the headers it adds. */
  readonly policies: ReadonlyMap<string, readonly AddedHeader[]>;
}

/** The distributions of the template. Throws StartError for an origin that is neither bucket nor API. */
export function readSites(
  all: ReadAll,
  { buckets, apis }: Pick<Around, 'buckets' | 'apis'>,
): SiteWiring[] {
  const code = new Map(
    all('AWS::CloudFront::Function', edgeFunctionProperties, ({ FunctionCode }, name) => [
      name,
      FunctionCode,
    ]),
  );
  const policies = new Map(
    all('AWS::CloudFront::ResponseHeadersPolicy', headersPolicyProperties, (policy, name) => [
      name,
      addedHeaders(policy.ResponseHeadersPolicyConfig),
    ]),
  );
  return all(
    'AWS::CloudFront::Distribution',
    distributionProperties,
    ({ DistributionConfig: config }, name, logicalId) => {
      const hosts = new Map(config.Origins.map(({ Id, DomainName }) => [Id, DomainName]));
      const around = { hosts, buckets, apis, code, policies };
      const all = [...config.CacheBehaviors, config.DefaultCacheBehavior];
      return {
        name,
        rootObject: config.DefaultRootObject,
        errorPages: new Map(
          config.CustomErrorResponses.map(({ ErrorCode, ResponsePagePath }) => [
            ErrorCode,
            ResponsePagePath,
          ]),
        ),
        behaviours: all.map((behaviour) => behaviourWiring(behaviour, around, logicalId)),
      };
    },
  );
}

function behaviourWiring(
  behaviour: BehaviourProperties,
  around: Around,
  logicalId: string,
): BehaviourWiring {
  const [edge] = behaviour.FunctionAssociations;
  const isKept = behaviour.OriginRequestPolicyId === undefined;
  return {
    pattern: behaviour.PathPattern ?? '*',
    methods: behaviour.AllowedMethods,
    origin: originWiring(around.hosts.get(behaviour.TargetOriginId) ?? '', around, logicalId),
    compress: behaviour.Compress && isKept,
    rewrite: edge === undefined ? null : (around.code.get(nameInArn(edge.FunctionARN)) ?? null),
    headers: around.policies.get(behaviour.ResponseHeadersPolicyId ?? '') ?? [],
  };
}

function originWiring(
  host: string,
  { buckets, apis }: Around,
  logicalId: string,
): BehaviourWiring['origin'] {
  const bucket = buckets.find(({ name }) => bucketHost(name) === host);
  if (bucket !== undefined) return { kind: 'bucket', bucket: bucket.name };
  const api = apis.find(({ name }) => apiHost(name) === host);
  if (api !== undefined) return { kind: 'api', api: api.name };
  throw new StartError(
    `资源 ${logicalId} 的源站 ${host} 既不是存储桶也不是接口`,
    `resource ${logicalId} has an origin ${host} that is neither a bucket nor an API`,
  );
}

type HeadersPolicy = ReturnType<
  typeof headersPolicyProperties.parse
>['ResponseHeadersPolicyConfig'];

function addedHeaders({
  SecurityHeadersConfig: security,
  CustomHeadersConfig: { Items },
}: HeadersPolicy): AddedHeader[] {
  const {
    ContentSecurityPolicy: content,
    FrameOptions: frame,
    ReferrerPolicy: referrer,
  } = security;
  const transport = security.StrictTransportSecurity;
  const added: (readonly [string, string, { readonly Override: boolean }])[] = [
    ['content-security-policy', content.ContentSecurityPolicy, content],
    ['x-content-type-options', 'nosniff', security.ContentTypeOptions],
    ['x-frame-options', frame.FrameOption, frame],
    ['referrer-policy', referrer.ReferrerPolicy, referrer],
    ['strict-transport-security', `max-age=${transport.AccessControlMaxAgeSec}`, transport],
    ...Items.map((item) => [item.Header.toLowerCase(), item.Value, item] as const),
  ];
  return added.map(([name, value, { Override }]) => ({ name, value, override: Override }));
}
