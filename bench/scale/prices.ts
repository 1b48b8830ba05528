/**
 * AWS list prices in US dollars, without free tiers: us-east-1 as of 2025. Put those of your region
 * and contract in; everything else follows.
 */
export const PRICES = {
  lambdaGbSecond: 0.0000133334,
  lambdaRequest: 0.2e-6,
  dynamoWriteUnit: 0.625e-6,
  dynamoReadUnit: 0.125e-6,
  dynamoGbMonth: 0.25,
  s3Put: 5e-6,
  s3Get: 0.4e-6,
  s3GbMonth: 0.023,
  sqsRequest: 0.4e-6,
  logsGb: 0.5,
} as const;
