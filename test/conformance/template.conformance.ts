import { globSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import process from 'node:process';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { VARIANTS } from '../../infra/variants.ts';
import { outputOf, runTool } from './run-tool.ts';
import { describeWith, INSTALLED } from './tools.ts';

/* The templates of each kind of installation, read by linters of other people. */

const SYNTH = fileURLToPath(new URL('../../infra/synth.ts', import.meta.url));

/** AWS, and AWS in China, where fewer resource types and properties exist: no CDN as ours is. */
const REGIONS: Readonly<Record<string, readonly string[]>> = {
  dev: ['us-east-1'],
  prod: ['us-east-1', 'ap-southeast-1'],
  china: ['cn-north-1', 'cn-northwest-1'],
};

/** Rule of cfn-lint → why we do without it. */
const IGNORED: Readonly<Record<string, string>> = {
  W3005:
    'A DependsOn beside a reference to the same resource. CDK writes it for roles and queue policies; it changes nothing.',
};

const OWN_KEY =
  'No key of the account: it would have to be granted to whoever only passes through.';

/** Check of checkov → where it fails, and why we do without it. */
const EXCEPTIONS: Readonly<Record<string, readonly [type: string, why: string]>> = {
  CKV_AWS_18: ['AWS::S3::Bucket', 'docs/decisions/0037-no-server-access-logs.md'],
  CKV_AWS_26: [
    'AWS::SNS::Topic',
    'Messages hold ids and counts for moments. Alarms cannot publish to a topic under AWS’s own key.',
  ],
  CKV_AWS_27: ['AWS::SQS::Queue', `Encrypted by SQS itself. ${OWN_KEY}`],
  CKV_AWS_115: [
    'AWS::Lambda::Function',
    'The event sources bound how many run at once; a reservation would take it from the account’s pool.',
  ],
  CKV_AWS_116: [
    'AWS::Lambda::Function',
    'Their queues have dead-letter queues; the sweep is called again in five minutes.',
  ],
  CKV_AWS_117: [
    'AWS::Lambda::Function',
    'They reach AWS’s services alone, by TLS and with roles of their own; a VPC would add nothing but hours without a route.',
  ],
  CKV_AWS_119: ['AWS::DynamoDB::Table', `Encrypted by AWS’s key for DynamoDB in KMS. ${OWN_KEY}`],
  CKV_AWS_158: [
    'AWS::Logs::LogGroup',
    'Encrypted by CloudWatch; they hold no cell, no name of a file and no contact (test/logs.test.ts).',
  ],
  CKV_AWS_173: ['AWS::Lambda::Function', 'The environment holds names of resources, no secret.'],
};

/** The same of the CDN, which China's variant does without. */
const CDN_EXCEPTIONS: typeof EXCEPTIONS = {
  CKV_AWS_68: [
    'AWS::CloudFront::Distribution',
    'A firewall has rules to keep up and a price of its own; the gateway throttles, and the app counts by caller.',
  ],
  CKV_AWS_86: [
    'AWS::CloudFront::Distribution',
    'The gateway logs requests to the API; the rest are public files.',
  ],
  CKV_AWS_174: [
    'AWS::CloudFront::Distribution',
    'CloudFront’s own certificate takes no newer minimum; with portalDomain it is TLS 1.2.',
  ],
};

/** Milliseconds: each synth bundles every function anew. */
const SYNTHS_TIMEOUT = 300_000;

let folder: string;
const template = (variant: string): readonly string[] =>
  globSync(path.join(folder, variant, '*.template.json'));

beforeAll(async () => {
  folder = mkdtempSync(path.join(tmpdir(), 'jixiao-template-'));
  for (const [variant, context] of Object.entries(VARIANTS)) {
    const out = ['--out', path.join(folder, variant), '--bundles', path.join(folder, 'bundles')];
    const settings = Object.entries(context).flatMap(([name, value]) => ['-c', `${name}=${value}`]);
    await outputOf(process.execPath, [SYNTH, '--quiet', ...out, ...settings]);
  }
}, SYNTHS_TIMEOUT);
afterAll(() => rmSync(folder, { recursive: true }));

describeWith('cfn-lint', 'the synthesised template, read by cfn-lint', () => {
  const lint = (args: readonly string[]) =>
    runTool(path.join(INSTALLED, 'venv/bin/cfn-lint'), ['--format', 'parseable', ...args]);

  test.each(Object.keys(VARIANTS))(
    '%s has no error and no warning in any of its regions',
    async (variant) => {
      expect(template(variant)).toHaveLength(1);
      const { stdout, stderr } = await lint([
        ...['--regions', ...(REGIONS[variant] ?? [])],
        ...['--ignore-checks', ...Object.keys(IGNORED)],
        ...['--template', ...template(variant)],
      ]);
      expect(`${stdout}${stderr}`).toBe('');
    },
  );

  test.each(Object.keys(IGNORED))('would be told of %s, so ignoring it is needed', async (rule) => {
    const { stdout } = await lint(['--include-checks', rule, '--template', ...template('dev')]);
    expect(stdout.toString('utf8')).toContain(`:${rule}:`);
  });
});

interface CheckovReport {
  readonly summary: { readonly passed: number; readonly parsing_errors: number };
  readonly results: {
    readonly failed_checks: readonly { readonly check_id: string; readonly resource: string }[];
  };
}

describeWith('checkov', 'the synthesised template, read by checkov', () => {
  describe.each(Object.keys(VARIANTS))('%s', (variant) => {
    test('fails no check but those we do without, and each of those', async () => {
      const { stdout } = await runTool(path.join(INSTALLED, 'checkov/bin/checkov'), [
        ...['--framework', 'cloudformation', '--skip-download', '--output', 'json'],
        ...['--file', ...template(variant)],
      ]);
      const { summary, results } = JSON.parse(stdout.toString('utf8')) as CheckovReport;
      expect(summary.parsing_errors).toBe(0);
      expect(summary.passed).toBeGreaterThan(50);
      const failed = results.failed_checks.map(
        ({ check_id: check, resource }) => `${check} ${resource.split('.')[0]}`,
      );
      const known = { ...EXCEPTIONS, ...(variant === 'china' ? {} : CDN_EXCEPTIONS) };
      const expected = Object.entries(known).map(([check, [type]]) => `${check} ${type}`);
      expect([...new Set(failed)].sort()).toEqual(expected.sort());
    });
  });
});
