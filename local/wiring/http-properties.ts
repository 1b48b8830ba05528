import * as z from 'zod';

/*
 * The properties of HTTP APIs and distributions that take effect on this machine, as in
 * `properties.ts`: strict all the way down.
 */

/** An HTTP API: functions answer requests by their routes. */
export const apiProperties = z.strictObject({ ProtocolType: z.literal('HTTP') });

/** The one stage of an API, without a name in the path. */
export const stageProperties = z.strictObject({
  ApiId: z.string(),
  StageName: z.literal('$default'),
  AutoDeploy: z.literal(true),
});

/** A function behind an API; it has so many milliseconds, by default those of API Gateway. */
export const integrationProperties = z.strictObject({
  ApiId: z.string(),
  IntegrationType: z.literal('AWS_PROXY'),
  IntegrationUri: z.string(),
  PayloadFormatVersion: z.literal('2.0'),
  TimeoutInMillis: z.number().default(30_000),
});

/** A route: a method or ANY, and a path whose last part may be `{name+}`. */
export const routeProperties = z.strictObject({
  ApiId: z.string(),
  RouteKey: z.string().regex(/^[A-Z]+ (\/[\w.-]+)*(\/\{\w+\+\})?$/),
  Target: z.string().startsWith('integrations/'),
});

/** Nothing is kept, everything but the host is passed on: AWS's policies for APIs. */
const PASSED_ON = {
  CachePolicyId: z.literal('4135ea2d-6df8-44a3-9df3-4b5a84be39ad'),
  OriginRequestPolicyId: z.literal('b689b0a8-53d0-40ab-baf2-68738e2966ac'),
};

/** Kept and compressed, nothing but the path is passed on: AWS's policy for files. */
const KEPT = {
  CachePolicyId: z.literal('658327ea-f89d-4fab-a63d-7e88639e58f6'),
  OriginRequestPolicyId: z.undefined().optional(),
};

const behaviour = {
  TargetOriginId: z.string(),
  AllowedMethods: z.array(z.string()).default(['GET', 'HEAD']),
  Compress: z.boolean(),
  ResponseHeadersPolicyId: z.string().optional(),
  FunctionAssociations: z
    .array(z.strictObject({ EventType: z.literal('viewer-request'), FunctionARN: z.string() }))
    .max(1)
    .default([]),
  /** Without effect: there is no TLS on one machine. */
  ViewerProtocolPolicy: z.string(),
};

const behaviourOf = <Extra extends z.ZodRawShape>(extra: Extra) =>
  z.union([
    z.strictObject({ ...behaviour, ...PASSED_ON, ...extra }),
    z.strictObject({ ...behaviour, ...KEPT, ...extra }),
  ]);

const defaultBehaviour = behaviourOf({});
const otherBehaviour = behaviourOf({ PathPattern: z.string() });

/** One behaviour of a distribution; the default one has no pattern. */
export type BehaviourProperties = z.infer<typeof defaultBehaviour> & { PathPattern?: string };

/** A distribution: which paths go to which origin, and what becomes of request and answer. */
export const distributionProperties = z.strictObject({
  DistributionConfig: z.strictObject({
    CacheBehaviors: z.array(otherBehaviour).default([]),
    DefaultCacheBehavior: defaultBehaviour,
    DefaultRootObject: z.string(),
    /** What is shown instead of an answer of the origin; its status stays. */
    CustomErrorResponses: z
      .array(
        z
          .strictObject({
            ErrorCode: z.number(),
            ResponseCode: z.number(),
            ResponsePagePath: z.string(),
            /** Without effect: nothing is kept here. */
            ErrorCachingMinTTL: z.number().optional(),
          })
          .refine(({ ErrorCode, ResponseCode }) => ErrorCode === ResponseCode),
      )
      .default([]),
    Enabled: z.literal(true),
    Origins: z.array(
      z.strictObject({
        Id: z.string(),
        DomainName: z.string(),
        /** Without effect, all three: everything runs as one person, without TLS. */
        OriginAccessControlId: z.string().optional(),
        S3OriginConfig: z.strictObject({ OriginAccessIdentity: z.literal('') }).optional(),
        CustomOriginConfig: z.looseObject({}).optional(),
      }),
    ),
    /** Without effect, these and below: names, networks and certificates of the real address. */
    Comment: z.string().optional(),
    HttpVersion: z.string(),
    IPV6Enabled: z.boolean(),
    Aliases: z.array(z.string()).optional(),
    ViewerCertificate: z.looseObject({}).optional(),
  }),
});

/** A function at the edge: it sees each request before anything else does. */
export const edgeFunctionProperties = z.strictObject({
  AutoPublish: z.literal(true),
  FunctionCode: z.string(),
  FunctionConfig: z.strictObject({
    Comment: z.string(),
    Runtime: z.literal('cloudfront-js-2.0'),
  }),
});

const choice = { Override: z.boolean() };

/** Headers that a distribution adds to answers. */
export const headersPolicyProperties = z.strictObject({
  ResponseHeadersPolicyConfig: z.strictObject({
    Name: z.string(),
    CustomHeadersConfig: z.strictObject({
      Items: z.array(z.strictObject({ Header: z.string(), Value: z.string(), ...choice })),
    }),
    SecurityHeadersConfig: z.strictObject({
      ContentSecurityPolicy: z.strictObject({ ContentSecurityPolicy: z.string(), ...choice }),
      ContentTypeOptions: z.strictObject(choice),
      FrameOptions: z.strictObject({ FrameOption: z.string(), ...choice }),
      ReferrerPolicy: z.strictObject({ ReferrerPolicy: z.string(), ...choice }),
      StrictTransportSecurity: z.strictObject({ AccessControlMaxAgeSec: z.number(), ...choice }),
    }),
  }),
});
