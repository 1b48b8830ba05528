import { afterAll, beforeAll, expect, test } from 'vitest';
import { BUNDLES } from './bundles.ts';
import {
  emptyBundles,
  removeBundles,
  synthesise,
  type TestTemplate,
} from './template-for-tests.ts';

interface Statement {
  readonly Effect: string;
  readonly Action: string | string[];
  readonly Resource: unknown;
  readonly Condition?: unknown;
}

let bundles: string;
let template: TestTemplate;

beforeAll(() => {
  bundles = emptyBundles();
  template = synthesise(bundles);
});

afterAll(() => removeBundles(bundles));

const list = <T>(one: T | T[]): T[] => (Array.isArray(one) ? one : [one]);

/** What a function may do, as `action on resource`; resources by logical id and path. */
function grantsOf(name: string): string[] {
  const [, policy] = template.the('AWS::IAM::Policy', `${name}RoleDefaultPolicy`);
  return (policy.Properties['PolicyDocument'].Statement as Statement[]).flatMap((statement) =>
    list(statement.Action).flatMap((action) =>
      list(statement.Resource).map((resource) => `${action} on ${readable(resource)}`),
    ),
  );
}

function readable(resource: unknown): string {
  if (typeof resource === 'string') return resource;
  const { Ref, 'Fn::GetAtt': attribute, 'Fn::Join': join } = resource as Record<string, unknown[]>;
  const logicalId = Ref ?? attribute?.[0];
  if (logicalId !== undefined) return String(logicalId).replace(/[0-9A-F]{8}$/, '');
  if (join !== undefined) return (join[1] as unknown[]).map(readable).join('');
  throw new Error(`cannot read ${JSON.stringify(resource)}`);
}

test.each(Object.keys(BUNDLES).map(capitalised))('%s: no wildcards, nothing deleted', (name) => {
  for (const grant of grantsOf(name)) {
    // Traces: X-Ray has no resources to name.
    if (/^xray:Put(TraceSegments|TelemetryRecords) on \*$/.test(grant)) continue;
    const [action, resource] = grant.split(' on ') as [string, string];
    expect(action).not.toContain('*');
    if (grant.startsWith('cloudfront:')) continue;
    // Below a prefix or an index of one named thing, never everything.
    expect(resource).toMatch(
      /^(Public\/\*|[A-Z]\w+(\/(uploads|submissions|unfiled|summaries|incoming|index)\/\*(\/findings\.json|\/scans\/\*)?)?)$/,
    );
    // What is withdrawn is taken out of the public bucket; nothing else goes.
    if (resource !== 'Public/*') expect(action).not.toMatch(/:Delete(?!Message$)/);
  }
});

test.each([
  ['Intake', /^s3:GetObjectVersion on Uploads\/uploads\/\*$/, true],
  ['Render', / on Uploads/, false],
  ['Summarise', / on Uploads/, false],
  // What is to be public by itself is looked at once more; nothing else is read.
  ['Sweep', /^s3:GetObject on Outputs\/submissions\/\*\/findings\.json$/, true],
  ['Sweep', /^s3:GetObject(?! on Outputs\/submissions\/\*\/findings\.json$)/, false],
  ['Intake', /^s3:PutObject on Outputs\/(submissions|unfiled)\/\*$/, true],
  ['Render', /^s3:PutObject on Outputs\/submissions\/\*$/, true],
  ['Render', /^s3:PutObject on Outputs\/summaries/, false],
  ['Summarise', /^s3:PutObject on Outputs\/summaries\/\*$/, true],
  ['Summarise', /^s3:PutObject on Outputs\/submissions/, false],
  ['Summarise', /^s3:GetObject on Outputs\/submissions\/\*\/findings\.json$/, true],
  ['Summarise', /^s3:GetObject on Outputs\/(?!summaries\/|submissions\/\*\/findings)/, false],
  ['Render', /^s3:GetObject/, false],
  ['Sweep', /^sqs:ReceiveMessage on IntakeDeadLetters$/, true],
  ['Intake', /^sqs:ReceiveMessage on IntakeDeadLetters$/, false],
  ['Render', /^sqs:SendMessage/, false],
  ['Render', /^dynamodb:PutItem/, false],
  ['Summarise', /^dynamodb:PutItem/, false],
  ['Api', /^s3:PutObject on Uploads\/uploads\/\*$/, true],
  // Scans of sealed papers, and nothing that the pipeline makes.
  ['Api', /^s3:PutObject on Outputs\/submissions\/\*\/scans\/\*$/, true],
  ['Api', /^s3:PutObject on Outputs\/(?!submissions\/\*\/scans\/\*$|incoming\/\*$)/, false],
  ['Api', /^s3:GetObject on Outputs\/submissions\/\*$/, true],
  ['Api', /^s3:GetObject on Outputs\/(?!(?:submissions|summaries|incoming)\/\*$)/, false],
  ['Api', /^s3:\w+ on PortalFiles/, false],
  ['Api', /^sqs:(?!SendMessage|GetQueue)/, false],
  // An act of review may print, count or publish, or have the feedback on what it sends back written anew.
  ['Api', /^sqs:SendMessage on RenderQueue$/, true],
  ['Api', /^sqs:SendMessage on PublishQueue$/, true],
  ['Api', /^sqs:SendMessage on IntakeQueue$/, true],
  ['Api', / on Public\//, false],
  ['Publish', /^s3:PutObject on Public\/\*$/, true],
  ['Publish', /^s3:GetObject on Public\/\*$/, true],
  ['Publish', /^cloudfront:CreateInvalidation on \S*distribution\/PublicSite$/, true],
  ['Publish', /^cloudfront:(?!CreateInvalidation on \S*distribution\/PublicSite$)/, false],
  ['Publish', /^sqs:SendMessage on PublishQueue$/, true],
  ['Publish', /^sqs:SendMessage on (?!PublishQueue)/, false],
  ['Publish', / on (Outputs|Uploads)/, false],
  ['Intake', / on Public/, false],
  ['Render', / on Public/, false],
  ['Summarise', / on Public/, false],
  ['Sweep', / on Public/, false],
  ['Intake', /^sns:Publish on UploadNotices$/, true],
  ['Sweep', /^sns:Publish on UploadNotices$/, true],
  ['Api', /^sns:Publish on UploadNotices$/, true],
  ['Render', /^sns:/, false],
])('%s, %s: %s', (name, grant, granted) => {
  expect(grantsOf(name).some((candidate) => grant.test(candidate))).toBe(granted);
});

function capitalised(name: string): string {
  return name.charAt(0).toUpperCase() + name.slice(1);
}

test('the API writes nothing that is public', () => {
  const [, policy] = template.the('AWS::IAM::Policy', 'ApiRoleDefaultPolicy');
  const writing = (policy.Properties['PolicyDocument'].Statement as Statement[]).filter(
    ({ Action }) => list(Action).some((action) => /^dynamodb:(Put|Update|BatchWrite)/.test(action)),
  );
  expect(writing).toHaveLength(1);
  const { Condition } = writing[0] as { Condition: Record<string, Record<string, string[]>> };
  const partitions = Condition['ForAllValues:StringLike']?.['dynamodb:LeadingKeys'] ?? [];
  expect(partitions).toContain('ACCOUNT#*');
  // Acts of review are written down, and what is public is for its own function to write.
  expect(partitions).toContain('AUDIT#*');
  expect(partitions).not.toContain('SITE');
  // Register and periods are finance's to change.
  expect(partitions).toContain('UNIT#*');
  expect(partitions).toContain('BUREAU#*');
  for (const partition of partitions) expect(partition).not.toMatch(/^\*/);
});
