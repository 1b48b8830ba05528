import { readFileSync } from 'node:fs';
import path from 'node:path';
import { StartError } from '../start-error.ts';

/** A resource of the template, its intrinsics not yet resolved. */
export interface Resource {
  readonly logicalId: string;
  readonly type: string;
  readonly properties: Readonly<Record<string, unknown>>;
}

/** What `infra/` synthesised, as far as the local system looks at it. */
export interface Template {
  readonly stackName: string;
  readonly resources: ReadonlyMap<string, Resource>;
  /** Name of the parameter → its default. */
  readonly parameters: ReadonlyMap<string, unknown>;
  /** Name of the output → its value, intrinsics not yet resolved. */
  readonly outputs: ReadonlyMap<string, unknown>;
  /** Hash of an asset, as functions name it → absolute path of its folder. */
  readonly assets: ReadonlyMap<string, string>;
}

/** Sections that say something about deploying, nothing about running. */
const KNOWN_SECTIONS = ['Description', 'Resources', 'Outputs', 'Parameters', 'Rules', 'Metadata'];

interface RawTemplate {
  readonly Resources: Record<string, { Type: string; Properties?: Record<string, unknown> }>;
  readonly Parameters?: Record<string, { Default?: unknown }>;
  readonly Outputs?: Record<string, { Value: unknown }>;
}

interface RawAssets {
  readonly files: Record<string, { source: { path: string } }>;
}

/** Reads the one stack of a cloud assembly. Throws StartError for a section it does not know. */
export function loadTemplate(assembly: string): Template {
  const { artifacts } = readJson<{ artifacts: Record<string, { type: string }> }>(
    path.join(assembly, 'manifest.json'),
  );
  const stackName = Object.keys(artifacts).find(
    (name) => artifacts[name]?.type === 'aws:cloudformation:stack',
  );
  if (stackName === undefined) {
    throw new StartError(`${assembly} 中没有堆栈`, `${assembly} holds no stack`);
  }
  const raw = readJson<RawTemplate>(path.join(assembly, `${stackName}.template.json`));
  for (const section of Object.keys(raw)) {
    if (!KNOWN_SECTIONS.includes(section)) {
      throw new StartError(
        `模板中有本机系统不认识的部分 ${section}`,
        `the template has a section ${section} that the local system does not know`,
      );
    }
  }
  return {
    stackName,
    resources: new Map(
      Object.entries(raw.Resources).map(([logicalId, { Type, Properties = {} }]) => [
        logicalId,
        { logicalId, type: Type, properties: Properties },
      ]),
    ),
    parameters: new Map(
      Object.entries(raw.Parameters ?? {}).map(([name, { Default }]) => [name, Default]),
    ),
    outputs: new Map(Object.entries(raw.Outputs ?? {}).map(([name, { Value }]) => [name, Value])),
    assets: assetFolders(assembly, stackName),
  };
}

function assetFolders(assembly: string, stackName: string): ReadonlyMap<string, string> {
  const { files } = readJson<RawAssets>(path.join(assembly, `${stackName}.assets.json`));
  return new Map(
    Object.entries(files).map(([hash, { source }]) => [hash, path.join(assembly, source.path)]),
  );
}

const readJson = <T>(file: string): T => JSON.parse(readFileSync(file, 'utf8')) as T;
