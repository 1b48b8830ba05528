import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { BUNDLES } from './bundles.ts';
import { jixiaoApp } from './jixiao-app.ts';

/** A resource of the synthesised template. */
export interface Resource {
  readonly Type: string;
  // biome-ignore lint/suspicious/noExplicitAny: a template is a tree of anything
  readonly Properties: Record<string, any>;
  readonly DependsOn?: string | string[];
  readonly DeletionPolicy?: string;
}

/** The synthesised stack, as tests ask about it. */
export interface TestTemplate {
  readonly name: string;
  readonly resources: Readonly<Record<string, Resource>>;
  readonly warnings: readonly unknown[];
  /** Logical ids and resources of a type. */
  readonly ofType: (type: string) => [string, Resource][];
  /** The one resource of a type whose logical id is the name and the hash that CDK adds. */
  readonly the: (type: string, name: string) => [string, Resource];
}

/** A folder of empty bundles: wiring does not look at code, so tests need not build the real ones. */
export function emptyBundles(): string {
  const bundles = mkdtempSync(path.join(tmpdir(), 'jixiao-bundles-'));
  for (const name of Object.keys(BUNDLES)) {
    mkdirSync(path.join(bundles, name));
    writeFileSync(path.join(bundles, name, 'index.mjs'), `export const name = '${name}';`);
  }
  return bundles;
}

/** Removes the folder and what was synthesised into it. */
export const removeBundles = (bundles: string): void => rmSync(bundles, { recursive: true });

/** Synthesises the stack around a folder of bundles with settings from the context. */
export function synthesise(bundles: string, context: Record<string, string> = {}): TestTemplate {
  const outdir = path.join(bundles, `cdk.out-${Object.values(context).join('-')}`);
  const [stack] = jixiaoApp(bundles, { outdir, context }).synth().stacks;
  if (stack === undefined) throw new Error('no stack');
  const resources = stack.template.Resources as Record<string, Resource>;
  const ofType: TestTemplate['ofType'] = (type) =>
    Object.entries(resources).filter(([, resource]) => resource.Type === type);
  return {
    name: stack.stackName,
    resources,
    warnings: stack.messages.map(({ entry }) => entry.data),
    ofType,
    the(type, name) {
      const found = ofType(type).filter(([id]) => id.replace(/[0-9A-F]{8}$/, '') === name);
      if (found.length !== 1 || found[0] === undefined)
        throw new Error(`${found.length} × ${name}`);
      return found[0];
    },
  };
}
