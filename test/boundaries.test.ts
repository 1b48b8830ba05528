import { globSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe, expect, test } from 'vitest';

/*
 * The import law: one way through the folders, vendors fenced in, the core free of clock, chance and
 * environment, its first half fit for a browser.
 */

const ROOT = fileURLToPath(new URL('..', import.meta.url));
const IMPORT =
  /(?:^|\n)\s*(?:import|export)\s[^'"]*?from\s*'([^']+)'|import\('([^']+)'\)|(?:^|\n)import '([^']+)'/g;

interface Module {
  /** Path from the project's root. */
  readonly file: string;
  readonly text: string;
  /** Paths of project modules. */
  readonly locals: readonly string[];
  /** Package names and `node:` modules. */
  readonly packages: readonly string[];
}

const packageOf = (specifier: string): string =>
  specifier.startsWith('node:')
    ? specifier
    : specifier
        .split('/')
        .slice(0, specifier.startsWith('@') ? 2 : 1)
        .join('/');

function readModule(file: string): Module {
  const text = readFileSync(path.join(ROOT, file), 'utf8');
  const specifiers = [...text.matchAll(IMPORT)].map(
    (match) => match[1] ?? match[2] ?? match[3] ?? '',
  );
  const isLocal = (specifier: string): boolean => specifier.startsWith('.');
  return {
    file,
    text,
    locals: specifiers
      .filter(isLocal)
      .map((specifier) => path.posix.join(path.posix.dirname(file), specifier)),
    packages: specifiers.filter((specifier) => !isLocal(specifier)).map(packageOf),
  };
}

const MODULES = new Map(
  globSync('{shared,functions,templates,infra,local,portal}/**/*.{ts,tsx}', {
    cwd: ROOT,
    exclude: (name) => name === 'dist',
  })
    .map((file) => file.split(path.sep).join('/'))
    .filter((file) => !file.endsWith('.test.ts'))
    .map((file) => [file, readModule(file)]),
);

const modulesIn = (...prefixes: readonly string[]): readonly Module[] =>
  [...MODULES.values()].filter(({ file }) => prefixes.some((prefix) => file.startsWith(prefix)));

/** A module and everything of the project that it loads. */
function closure(files: readonly string[]): ReadonlySet<string> {
  const seen = new Set<string>();
  const visit = (file: string): void => {
    if (seen.has(file)) return;
    seen.add(file);
    for (const next of MODULES.get(file)?.locals ?? []) visit(next);
  };
  for (const file of files) visit(file);
  return seen;
}

/** What the stages of the running system stand on. */
const JUDGED = ['cells', 'rows', 'indicators', 'records', 'rules'];
const KEPT = [...JUDGED, 'sheets', 'audit', 'register', 'store'];

/** Folder of `shared/` → the folders whose modules it may load, by any way, besides its own. */
const ONE_WAY: Readonly<Record<string, readonly string[]>> = {
  cells: [],
  rows: ['cells'],
  indicators: ['cells', 'rows'],
  records: ['cells', 'rows'],
  rules: ['cells', 'rows', 'indicators', 'records'],
  layout: ['cells', 'rows', 'records'],
  paint: ['cells', 'rows', 'records', 'layout'],
  sheets: JUDGED,
  audit: [],
  register: ['cells'],
  store: [...JUDGED, 'audit', 'register'],
  intake: KEPT,
  summarise: KEPT,
  publish: KEPT,
  bureau: KEPT,
  review: [...KEPT, 'intake'],
  purge: [...KEPT, 'intake'],
  sweep: [...KEPT, 'intake', 'review', 'bureau'],
};

/** Files that put the folders together: nothing in a folder of the flow may load them. */
const TOGETHER = ['shared/judge.ts', 'shared/pipeline.ts', 'shared/findings-report.ts'];
const FLOW = [...JUDGED, 'layout', 'paint', 'sheets', 'store'];

const folderOf = (file: string): string | undefined => /^shared\/([^/]+)\//.exec(file)?.[1];

describe('one way: a folder loads only what lies before it', () => {
  test('every folder of shared/ has its place', () => {
    const folders = new Set([...MODULES.keys()].flatMap((file) => folderOf(file) ?? []));
    expect([...folders].sort()).toEqual(Object.keys(ONE_WAY).sort());
  });

  test.each(Object.entries(ONE_WAY))('shared/%s', (folder, allowed) => {
    const loaded = closure(modulesIn(`shared/${folder}/`).map(({ file }) => file));
    const offenders = [...loaded].filter((file) => {
      const target = folderOf(file);
      if (target === undefined) return FLOW.includes(folder) && TOGETHER.includes(file);
      return target !== folder && !allowed.includes(target);
    });
    expect(offenders).toEqual([]);
  });

  test('the core and the forms know nothing of the shells around them', () => {
    const offenders = modulesIn('shared/', 'templates/').flatMap(({ file, locals }) =>
      locals
        .filter((target) => /^(functions|infra|local|portal|test)\//.test(target))
        .map((to) => `${file} → ${to}`),
    );
    expect(offenders).toEqual([]);
  });
});

/** Vendor → where it may be imported. */
const FENCES: readonly (readonly [RegExp, readonly string[]])[] = [
  [/^@e965\/xlsx$/, ['shared/cells/']],
  [/^exceljs$/, ['shared/sheets/']],
  [/^pdf-lib$/, ['shared/paint/', 'local/read-report/']],
  [/^(subset-font|harfbuzzjs)$/, ['shared/paint/', 'templates/fonts/']],
  [/^@aws-sdk\//, ['functions/', 'local/']],
  [/^@aws-lambda-powertools\//, ['functions/']],
  [/^(hono|jose)$/, ['functions/api/']],
  [/^(aws-cdk-lib|constructs|esbuild)$/, ['infra/']],
  [/^(dynalite|fauxqs)$/, ['local/']],
  [/^echarts$/, ['portal/sums/']],
  [/^(react|react-dom|antd|wouter|@ant-design|@ant-design\/\w+|vite|@vitejs\/.*)$/, ['portal/']],
];

test.each(FENCES)('%s stays behind its fence', (vendor, homes) => {
  const offenders = [...MODULES.values()]
    .filter(({ packages }) => packages.some((name) => vendor.test(name)))
    .filter(({ file }) => !homes.some((home) => file.startsWith(home)))
    .map(({ file }) => file);
  expect(offenders).toEqual([]);
});

describe('what checks a table runs in a browser as it is', () => {
  const checking = closure([
    ...modulesIn(
      'shared/cells/',
      'shared/rows/',
      'shared/indicators/',
      'shared/rules/',
      'shared/records/',
    ).map(({ file }) => file),
    'shared/judge.ts',
    ...[...MODULES.keys()].filter((file) => /^templates\/[^/]+\/form\.ts$/.test(file)),
  ]);

  test('no node: module is loaded', () => {
    const offenders = [...checking].filter((file) =>
      MODULES.get(file)?.packages.some((name) => name.startsWith('node:')),
    );
    expect(offenders).toEqual([]);
  });

  test('no global of Node is named', () => {
    const offenders = [...checking].filter((file) =>
      /\b(Buffer|process|require|__dirname)\b(?=[.(])/.test(MODULES.get(file)?.text ?? ''),
    );
    expect(offenders).toEqual([]);
  });
});

/** What the API says and takes. */
const SPOKEN = [
  'schemas',
  'people-schemas',
  'receipt-schemas',
  'check-code-schemas',
  'sending-schemas',
  'review-schemas',
  'sums-schemas',
  'scan-schemas',
  'collection-schemas',
  'impact-schemas',
  'basis-schemas',
  'publication-schemas',
].map((name) => `functions/api/${name}.ts`);

test('the pages share the rules and the forms, and of the server only the types of its answers', () => {
  const offenders = modulesIn('portal/').flatMap(({ file, text, locals }) =>
    locals
      .filter((target) => /^(functions|infra|local|test)\//.test(target))
      .filter((target) => !SPOKEN.includes(target) || !/import type [^;]*schemas/.test(text))
      .map((to) => `${file} → ${to}`),
  );
  expect(offenders).toEqual([]);
});

test('pages may import what the API says: it loads zod alone', () => {
  const packages = [...closure(SPOKEN)].flatMap((file) => MODULES.get(file)?.packages ?? []);
  expect(new Set(packages)).toEqual(new Set(['zod']));
});

test('nothing that is deployed knows the accounts of the demo', () => {
  const users = [...MODULES.values()]
    .filter(({ locals }) => locals.some((to) => to.endsWith('accounts/demo-accounts.ts')))
    .map(({ file }) => file);
  expect(users.filter((file) => !file.startsWith('local/'))).toEqual([]);
});

test('whoever opens files of strangers opens them in the child', () => {
  const openers = modulesIn('functions/', 'local/')
    .filter(({ locals }) => locals.some((to) => /cells\/read-(?:workbook|packed)\.ts$/.test(to)))
    .map(({ file }) => file);
  expect(openers).toEqual(['functions/intake/reader-child.ts']);
});

test('the core has no clock, no chance and no environment', () => {
  const offenders = modulesIn('shared/').filter(({ text }) =>
    /\bDate\.now\(|\bnew Date\(\)|\bMath\.random\(|\bprocess\.env\b|\brandomUUID\(|\bperformance\.now\(/.test(
      text,
    ),
  );
  expect(offenders.map(({ file }) => file)).toEqual([]);
});

test('what is exported is used somewhere else, if only by a test', () => {
  const texts = globSync(
    '{shared,functions,templates,infra,local,portal,test,bench}/**/*.{ts,tsx,mjs}',
    {
      cwd: ROOT,
      exclude: (name) => ['node_modules', 'cdk.out', 'dist'].includes(name),
    },
  ).map((file) => [file.split(path.sep).join('/'), readFileSync(path.join(ROOT, file), 'utf8')]);
  const words = texts.map(([file, text]) => [file, new Set(text?.match(/\w+/g))] as const);
  const unused = [...MODULES.values()].flatMap(({ file, text }) =>
    [...text.matchAll(/^export (?:async )?(?:const|function\*?|class) (\w+)/gm)]
      .map(([, name = '']) => name)
      .filter((name) => !words.some(([other, used]) => other !== file && used.has(name)))
      .map((name) => `${file}: ${name}`),
  );
  expect(unused).toEqual([]);
});

test('the law is read from real imports', () => {
  // A broken reader of imports would let every test above pass.
  expect(MODULES.get('shared/cells/vendor/read-by-vendor.ts')?.packages).toContain('@e965/xlsx');
  expect(MODULES.get('shared/judge.ts')?.locals).toContain('shared/rules/run-rules.ts');
  expect(closure(['shared/judge.ts']).size).toBeGreaterThan(40);
});
