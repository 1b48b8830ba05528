import { Duration } from 'aws-cdk-lib';
import * as cloudfront from 'aws-cdk-lib/aws-cloudfront';
import type * as s3 from 'aws-cdk-lib/aws-s3';
import type { Construct } from 'constructs';

/**
 * What pages may load and where they may send. Host names stand without a scheme: they then mean the
 * page's own one, which is TLS wherever the page came by TLS. antd writes its styles into the page.
 */
const policyFor = (buckets: string): string =>
  [
    "default-src 'none'",
    "script-src 'self'",
    "worker-src 'self'",
    "style-src 'self' 'unsafe-inline'",
    "img-src 'self' data: blob:",
    "font-src 'self'",
    "manifest-src 'self'",
    `connect-src 'self' ${buckets}`,
    `form-action 'self' ${buckets}`,
    // The report is shown in the page.
    "frame-src 'self' blob:",
    "frame-ancestors 'self'",
    "base-uri 'none'",
  ].join('; ');

/**
 * Headers that every answer carries unless the app says otherwise. Pages may reach the buckets given,
 * by presigned requests, and no host besides.
 */
export function portalHeaders(
  scope: Construct,
  buckets: readonly s3.Bucket[],
): cloudfront.ResponseHeadersPolicy {
  const hosts = buckets.map((bucket) => bucket.bucketRegionalDomainName).join(' ');
  const override = false;
  return new cloudfront.ResponseHeadersPolicy(scope, 'PortalHeaders', {
    securityHeadersBehavior: {
      contentSecurityPolicy: { contentSecurityPolicy: policyFor(hosts), override },
      contentTypeOptions: { override: true },
      frameOptions: { frameOption: cloudfront.HeadersFrameOption.SAMEORIGIN, override },
      referrerPolicy: {
        referrerPolicy: cloudfront.HeadersReferrerPolicy.NO_REFERRER,
        override,
      },
      strictTransportSecurity: { accessControlMaxAge: Duration.days(365), override },
    },
    customHeadersBehavior: {
      customHeaders: [
        {
          header: 'Permissions-Policy',
          value: 'camera=(), geolocation=(), microphone=()',
          override,
        },
        { header: 'Cross-Origin-Opener-Policy', value: 'same-origin', override },
        { header: 'Cross-Origin-Resource-Policy', value: 'same-origin', override },
      ],
    },
  });
}
