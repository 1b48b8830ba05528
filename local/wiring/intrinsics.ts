import { StartError } from '../start-error.ts';

/** What `Ref` and `Fn::GetAtt` stand for on this machine; undefined: it knows no such thing. */
export interface References {
  readonly ref: (name: string) => unknown;
  readonly attribute: (logicalId: string, name: string) => unknown;
}

/**
 * A value of the template with its intrinsics resolved, all the way down. Throws StartError, naming
 * the resource it stands in, for an intrinsic or a reference that is not known here.
 */
export function resolve(value: unknown, references: References, logicalId: string): unknown {
  const inner = (part: unknown): unknown => resolve(part, references, logicalId);
  if (Array.isArray(value)) return value.map(inner);
  if (typeof value !== 'object' || value === null) return value;
  const entries = Object.entries(value);
  const [name, argument] = entries[0] ?? [];
  if (entries.length === 1 && name !== undefined && isIntrinsic(name)) {
    const intrinsic = INTRINSICS[name];
    if (intrinsic === undefined) throw unknown(name, logicalId);
    const resolved = intrinsic(argument, inner, references);
    if (resolved === undefined) throw unknown(`${name} ${JSON.stringify(argument)}`, logicalId);
    return resolved;
  }
  return Object.fromEntries(entries.map(([key, part]) => [key, inner(part)]));
}

const isIntrinsic = (name: string): boolean => name === 'Ref' || name.startsWith('Fn::');

type Intrinsic = (
  argument: unknown,
  inner: (part: unknown) => unknown,
  references: References,
) => unknown;

const INTRINSICS: Readonly<Record<string, Intrinsic>> = {
  Ref: (argument, _inner, { ref }) => ref(String(argument)),
  'Fn::GetAtt': (argument, _inner, { attribute }) => {
    const [logicalId, ...name] = Array.isArray(argument) ? argument : String(argument).split('.');
    return attribute(String(logicalId), name.join('.'));
  },
  'Fn::Join': (argument, inner) => {
    const [separator, parts] = argument as [string, unknown];
    return (inner(parts) as unknown[]).join(separator);
  },
  'Fn::Select': (argument, inner) => {
    const [index, parts] = argument as [number | string, unknown];
    return (inner(parts) as unknown[])[Number(index)];
  },
  'Fn::Split': (argument, inner) => {
    const [separator, text] = argument as [string, unknown];
    return String(inner(text)).split(separator);
  },
  'Fn::Sub': (argument, inner, references) => {
    const [text, variables] = Array.isArray(argument) ? argument : [argument, {}];
    return substitute(String(text), inner(variables) as Record<string, unknown>, references);
  },
};

function substitute(
  text: string,
  variables: Readonly<Record<string, unknown>>,
  { ref, attribute }: References,
): string | undefined {
  let known = true;
  const result = text.replace(/\$\{(!?)([^}]+)\}/g, (whole, escaped: string, name: string) => {
    if (escaped !== '') return `\${${name}}`;
    const [logicalId = '', ...path] = name.split('.');
    const value =
      variables[name] ?? (path.length === 0 ? ref(name) : attribute(logicalId, path.join('.')));
    if (value === undefined) known = false;
    return value === undefined ? whole : String(value);
  });
  return known ? result : undefined;
}

const unknown = (what: string, logicalId: string): StartError =>
  new StartError(
    `资源 ${logicalId} 用到本机系统不认识的 ${what}`,
    `resource ${logicalId} uses ${what}, which the local system does not know`,
  );
