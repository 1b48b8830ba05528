import { type CfnElement, Stack, Validations } from 'aws-cdk-lib';
import type { Construct } from 'constructs';

/** Acknowledges one finding of cdk-nag's AwsSolutions pack on one construct and what it holds. */
export const acknowledge = (construct: Construct, rule: string, reason: string): void =>
  Validations.of(construct).acknowledge({ id: `AwsSolutions::AwsSolutions-${rule}`, reason });

/** Acknowledges that `to` is granted everything below `path` of a resource: no other wildcard passes. */
export function acknowledgeBelow(
  to: Construct,
  resource: Construct,
  path: string,
  reason: string,
): void {
  const logicalId = Stack.of(resource).getLogicalId(resource.node.defaultChild as CfnElement);
  acknowledge(to, `IAM5[Resource::<${logicalId}.Arn>/${path}]`, reason);
}
