import path from 'node:path';
import { Duration, RemovalPolicy } from 'aws-cdk-lib';
import * as iam from 'aws-cdk-lib/aws-iam';
import * as lambda from 'aws-cdk-lib/aws-lambda';
import * as logs from 'aws-cdk-lib/aws-logs';
import type { Construct } from 'constructs';
import { acknowledge } from './acknowledge.ts';
import type { BundleName } from './bundles.ts';
import type { Settings } from './settings.ts';

/** 1,769 MB is one full vCPU: parsing and printing are CPU work, less memory only makes them wait. */
const ONE_VCPU_MB = 1769;

/** What every function of the house needs told. */
export interface House {
  readonly settings: Settings;
  /** Folder that holds one bundle a function. */
  readonly bundles: string;
}

/**
 * A function as this house runs them: Node 24, traced, its own log group and a role that may write there
 * and nothing else. What it may touch besides is granted in the stack, beside the thing it touches.
 */
export function houseFunction(
  scope: Construct,
  id: string,
  bundle: BundleName,
  house: House,
  props: Partial<lambda.FunctionProps>,
): lambda.Function {
  const logGroup = new logs.LogGroup(scope, `${id}Log`, {
    retention: house.settings.logRetentionDays,
    removalPolicy: RemovalPolicy.DESTROY,
  });
  // CDK's own role comes with a managed policy that may write to every log group of the account.
  const role = new iam.Role(scope, `${id}Role`, {
    assumedBy: new iam.ServicePrincipal('lambda.amazonaws.com'),
  });
  logGroup.grantWrite(role);
  acknowledge(
    role,
    'IAM5[Resource::*]',
    'Traces are sent to X-Ray, which has no resources to name.',
  );
  return new lambda.Function(scope, id, {
    code: lambda.Code.fromAsset(path.join(house.bundles, bundle)),
    handler: 'index.handler',
    runtime: lambda.Runtime.NODEJS_24_X,
    architecture:
      house.settings.architecture === 'arm64'
        ? lambda.Architecture.ARM_64
        : lambda.Architecture.X86_64,
    memorySize: ONE_VCPU_MB,
    timeout: Duration.seconds(60),
    logGroup,
    role,
    tracing: lambda.Tracing.ACTIVE,
    ...props,
  });
}
