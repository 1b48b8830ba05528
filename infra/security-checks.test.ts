import path from 'node:path';
import type { App } from 'aws-cdk-lib';
import * as s3 from 'aws-cdk-lib/aws-s3';
import { afterAll, beforeAll, expect, test, vi } from 'vitest';
import { jixiaoApp } from './jixiao-app.ts';
import { checkSecurity } from './security-checks.ts';
import { emptyBundles, removeBundles } from './template-for-tests.ts';
import { VARIANTS } from './variants.ts';

let bundles: string;

beforeAll(() => {
  bundles = emptyBundles();
});

afterAll(() => removeBundles(bundles));

function checkedApp(context: Readonly<Record<string, string>>): App {
  const outdir = path.join(bundles, Object.values(context).join('-'));
  const app = jixiaoApp(bundles, { outdir, context });
  checkSecurity(app);
  return app;
}

test.each(Object.entries(VARIANTS))(
  'every finding of AwsSolutions in %s is mended or acknowledged',
  (_name, context) => {
    expect(() => checkedApp(context).synth()).not.toThrow();
  },
);

test('a bucket that is not acknowledged stops the synth', () => {
  const said = vi.spyOn(console, 'error').mockImplementation(() => undefined);
  const app = checkedApp({ stage: 'hole' });
  const stack = app.node.findChild('jixiao-hole');
  new s3.Bucket(stack, 'Hole');
  expect(() => app.synth()).toThrow(/Hole[\s\S]*AwsSolutions-S1/);
  said.mockRestore();
});
