import { Annotations, CfnOutput, Duration, Stack } from 'aws-cdk-lib';
import { Certificate } from 'aws-cdk-lib/aws-certificatemanager';
import * as cloudfront from 'aws-cdk-lib/aws-cloudfront';
import { S3BucketOrigin } from 'aws-cdk-lib/aws-cloudfront-origins';
import type * as s3 from 'aws-cdk-lib/aws-s3';
import type { Construct } from 'constructs';
import { acknowledge } from './acknowledge.ts';
import { publicHeaders } from './public-headers.ts';
import type { Settings } from './settings.ts';

/** What is shown where nothing is; `shared/publish/site-keys.ts` names it. */
const NOT_FOUND_PAGE = '/not-found.html';

/**
 * The public site: the public bucket behind a distribution of its own, so that nothing of the portal,
 * where people are signed in, shares an origin with what everybody may read.
 */
export function publicSite(
  scope: Construct,
  open: s3.Bucket,
  settings: Settings,
): cloudfront.Distribution {
  const site = new cloudfront.Distribution(scope, 'PublicSite', {
    comment: `${Stack.of(scope).stackName} public`,
    defaultRootObject: 'index.html',
    ...ownDomain(scope, settings),
    defaultBehavior: {
      // May list, so that a file which is not there is “not found” and not “forbidden”.
      origin: S3BucketOrigin.withOriginAccessControl(open as s3.IBucket, {
        originAccessLevels: [cloudfront.AccessLevel.READ, cloudfront.AccessLevel.LIST],
      }),
      viewerProtocolPolicy: cloudfront.ViewerProtocolPolicy.REDIRECT_TO_HTTPS,
      // As the files say: for ever under a hash, else asked for anew each time.
      cachePolicy: cloudfront.CachePolicy.CACHING_OPTIMIZED,
      responseHeadersPolicy: publicHeaders(scope),
      functionAssociations: [
        {
          function: pagesOfFolders(scope),
          eventType: cloudfront.FunctionEventType.VIEWER_REQUEST,
        },
      ],
    },
    errorResponses: [
      { httpStatus: 404, responsePagePath: NOT_FOUND_PAGE, responseHttpStatus: 404, ttl: SOON },
    ],
  });
  acknowledgeChoices(site, settings);
  new CfnOutput(scope, 'PublicSiteAddress', {
    value: `https://${settings.siteDomain?.name ?? site.distributionDomainName}/`,
  });
  new CfnOutput(scope, 'PublicSiteHost', { value: site.distributionDomainName });
  return site;
}

/** What is not there may be there in a moment. */
const SOON = Duration.seconds(5);

function ownDomain(
  scope: Construct,
  { siteDomain }: Settings,
): Pick<cloudfront.DistributionProps, 'domainNames' | 'certificate' | 'minimumProtocolVersion'> {
  if (siteDomain === null) return {};
  const { name, certificate } = siteDomain;
  return {
    domainNames: [name],
    minimumProtocolVersion: cloudfront.SecurityPolicyProtocol.TLS_V1_2_2021,
    certificate: Certificate.fromCertificateArn(scope, 'PublicSiteCertificate', certificate),
  };
}

/** A path that ends as a folder is the page of that folder: addresses typed by hand lead on. */
const PAGES = `function handler(event) {
  var request = event.request;
  if (request.uri.charAt(request.uri.length - 1) === '/') request.uri += 'index.html';
  return request;
}`;

const pagesOfFolders = (scope: Construct): cloudfront.Function =>
  new cloudfront.Function(scope, 'PublicSitePages', {
    runtime: cloudfront.FunctionRuntime.JS_2_0,
    code: cloudfront.FunctionCode.fromInline(PAGES),
  });

function acknowledgeChoices(site: cloudfront.Distribution, { siteDomain }: Settings): void {
  acknowledge(site, 'CFR1', 'What is public may be read from anywhere.');
  acknowledge(site, 'CFR2', 'Static files: nothing behind them to attack.');
  acknowledge(site, 'CFR3', 'Who reads what is public is nobody’s business (0047).');
  Annotations.of(site).acknowledgeWarning(
    '@aws-cdk/aws-cloudfront-origins:listBucketSecurityRisk',
    'The root is index.html, and the query that would ask for a list is not passed on.',
  );
  if (siteDomain === null) {
    acknowledge(site, 'CFR4', 'CloudFront’s own certificate, for trials: set siteDomain.');
  }
}
