import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';

/** The lockfile, as far as it is looked at here. */
interface Lockfile {
  readonly packages: Readonly<
    Record<
      string,
      {
        readonly version?: string;
        readonly link?: boolean;
        readonly inBundle?: boolean;
        readonly optional?: boolean;
        readonly integrity?: string;
        readonly resolved?: string;
        readonly optionalDependencies?: Record<string, string>;
      }
    >
  >;
}

const { packages } = JSON.parse(
  readFileSync(new URL('../package-lock.json', import.meta.url), 'utf8'),
) as Lockfile;

/** All but ourselves. */
const others = Object.entries(packages).filter(([path, { link }]) => path !== '' && !link);

test('the lockfile holds every platform package, also those a registry lacks: else npm ci refuses it', () => {
  const wanted = Object.values(packages).flatMap(({ optionalDependencies = {} }) =>
    Object.keys(optionalDependencies),
  );
  const missing = wanted.filter(
    (name) => !Object.keys(packages).some((path) => path.endsWith(`node_modules/${name}`)),
  );

  expect(missing).toEqual([]);
});

test('the lockfile names no download addresses', () => {
  expect(Object.values(packages).filter(({ resolved }) => resolved !== undefined)).toEqual([]);
});

test('every package is of an exact version; we ask for no range', () => {
  const loose = others.filter(([, { version = '' }]) => !/^\d+\.\d+\.\d+/.test(version));
  expect(loose).toEqual([]);

  const manifest = JSON.parse(readFileSync(new URL('../package.json', import.meta.url), 'utf8'));
  const asked: Record<string, string> = { ...manifest.dependencies, ...manifest.devDependencies };
  expect(Object.values(asked).filter((range) => !/^\d+\.\d+\.\d+$/.test(range))).toEqual([]);
});

test('every package is known by its checksum, but what a package brings along and those of other platforms', () => {
  const unknown = others.filter(
    ([, { integrity = '', inBundle, optional }]) =>
      !/^sha512-/.test(integrity) && inBundle !== true && optional !== true,
  );
  expect(unknown.map(([path]) => path)).toEqual([]);
});
