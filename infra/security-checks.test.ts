import path from 'node:path';
import type { App } from 'aws-cdk-lib';
import * as s3 from 'aws-cdk-lib/aws-s3';
import { afterAll, beforeAll, expect, test, vi } from 'vitest';
import { jixiaoApp } from './jixiao-app.ts';
import { checkSecurity } from './security-checks.ts';
import { emptyBundles, removeBundles } from './template-for-tests.ts';

let bundles: string;

beforeAll(() => {
  bundles = emptyBundles();
});

afterAll(() => removeBundles(bundles));

function checkedApp(stage: string): App {
  const app = jixiaoApp(bundles, { outdir: path.join(bundles, stage), context: { stage } });
  checkSecurity(app);
  return app;
}

test.each(['dev', 'prod'])(
  'every finding of AwsSolutions in %s is mended or acknowledged',
  (stage) => {
    expect(() => checkedApp(stage).synth()).not.toThrow();
  },
);

test('a bucket that is not acknowledged stops the synth', () => {
  const said = vi.spyOn(console, 'error').mockImplementation(() => undefined);
  const app = checkedApp('hole');
  const stack = app.node.findChild('jixiao-hole');
  new s3.Bucket(stack, 'Hole');
  expect(() => app.synth()).toThrow(/Hole[\s\S]*AwsSolutions-S1/);
  said.mockRestore();
});
