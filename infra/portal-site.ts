import { Annotations, CfnOutput, Stack } from 'aws-cdk-lib';
import type { HttpApi } from 'aws-cdk-lib/aws-apigatewayv2';
import { Certificate } from 'aws-cdk-lib/aws-certificatemanager';
import * as cloudfront from 'aws-cdk-lib/aws-cloudfront';
import { HttpOrigin, S3BucketOrigin } from 'aws-cdk-lib/aws-cloudfront-origins';
import type * as s3 from 'aws-cdk-lib/aws-s3';
import type { Construct } from 'constructs';
import { acknowledge } from './acknowledge.ts';
import { API_PATHS } from './http-api.ts';
import { portalHeaders } from './portal-headers.ts';
import type { Settings } from './settings.ts';

/** What stands behind the one origin that browsers see. */
export interface PortalSiteParts {
  /** Holds the built portal, nothing else. */
  readonly portal: s3.Bucket;
  readonly httpApi: HttpApi;
  /** Buckets that the pages reach by presigned requests. */
  readonly reached: readonly s3.Bucket[];
}

/**
 * One origin for the portal and its API: `/api/*` goes to the API, everything else is a file of the
 * portal or, where a path names no file, `index.html`. Returns the origin, `https://…`.
 */
export function portalSite(
  scope: Construct,
  { portal, httpApi, reached }: PortalSiteParts,
  settings: Settings,
): string {
  const responseHeadersPolicy = portalHeaders(scope, reached);
  const site = new cloudfront.Distribution(scope, 'Portal', {
    comment: Stack.of(scope).stackName,
    defaultRootObject: 'index.html',
    ...ownDomain(scope, settings),
    defaultBehavior: {
      // May list, so that a file which is not there is “not found” and not “forbidden”.
      origin: S3BucketOrigin.withOriginAccessControl(portal as s3.IBucket, {
        originAccessLevels: [cloudfront.AccessLevel.READ, cloudfront.AccessLevel.LIST],
      }),
      viewerProtocolPolicy: cloudfront.ViewerProtocolPolicy.REDIRECT_TO_HTTPS,
      cachePolicy: cloudfront.CachePolicy.CACHING_OPTIMIZED,
      responseHeadersPolicy,
      functionAssociations: [
        {
          function: pagesOfThePortal(scope),
          eventType: cloudfront.FunctionEventType.VIEWER_REQUEST,
        },
      ],
    },
    additionalBehaviors: {
      [API_PATHS]: {
        origin: new HttpOrigin(hostOf(httpApi)),
        allowedMethods: cloudfront.AllowedMethods.ALLOW_ALL,
        // A token must never travel in the clear, not even to be redirected.
        viewerProtocolPolicy: cloudfront.ViewerProtocolPolicy.HTTPS_ONLY,
        cachePolicy: cloudfront.CachePolicy.CACHING_DISABLED,
        originRequestPolicy: cloudfront.OriginRequestPolicy.ALL_VIEWER_EXCEPT_HOST_HEADER,
        responseHeadersPolicy,
      },
    },
  });
  acknowledgeChoices(site, settings);
  const origin = `https://${settings.portalDomain?.name ?? site.distributionDomainName}`;
  new CfnOutput(scope, 'PortalAddress', { value: origin });
  new CfnOutput(scope, 'PortalHost', { value: site.distributionDomainName });
  return origin;
}

const hostOf = (httpApi: HttpApi): string =>
  `${httpApi.apiId}.execute-api.${httpApi.stack.region}.${httpApi.stack.urlSuffix}`;

function ownDomain(
  scope: Construct,
  { portalDomain }: Settings,
): Pick<cloudfront.DistributionProps, 'domainNames' | 'certificate' | 'minimumProtocolVersion'> {
  if (portalDomain === null) return {};
  const { name, certificate } = portalDomain;
  return {
    domainNames: [name],
    minimumProtocolVersion: cloudfront.SecurityPolicyProtocol.TLS_V1_2_2021,
    certificate: Certificate.fromCertificateArn(scope, 'PortalCertificate', certificate),
  };
}

/** A path without a file's ending is a page of the portal, which `index.html` draws. */
const PAGES = `function handler(event) {
  var request = event.request;
  var last = request.uri.slice(request.uri.lastIndexOf('/') + 1);
  if (last.indexOf('.') === -1) request.uri = '/index.html';
  return request;
}`;

/** An error page of the distribution would do the same to what the API does not find. */
const pagesOfThePortal = (scope: Construct): cloudfront.Function =>
  new cloudfront.Function(scope, 'PortalPages', {
    runtime: cloudfront.FunctionRuntime.JS_2_0,
    code: cloudfront.FunctionCode.fromInline(PAGES),
  });

function acknowledgeChoices(site: cloudfront.Distribution, { portalDomain }: Settings): void {
  acknowledge(site, 'CFR1', 'Staff on business trips and the public may read from anywhere.');
  acknowledge(
    site,
    'CFR2',
    'The gateway throttles and the app limits; a WAF is the account owner’s.',
  );
  acknowledge(site, 'CFR3', 'The gateway logs requests to the API; the rest are public files.');
  Annotations.of(site).acknowledgeWarning(
    '@aws-cdk/aws-cloudfront-origins:listBucketSecurityRisk',
    'The root is index.html, and the query that would ask for a list is not passed on.',
  );
  if (portalDomain === null) {
    acknowledge(site, 'CFR4', 'CloudFront’s own certificate, for trials: set portalDomain.');
  }
}
