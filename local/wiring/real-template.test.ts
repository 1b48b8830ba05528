import path from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { jixiaoApp } from '../../infra/jixiao-app.ts';
import { emptyBundles, removeBundles } from '../../infra/template-for-tests.ts';
import { behaviourFor, pathAtOrigin } from '../http/behaviours.ts';
import type { SiteRequest } from '../http/exchange.ts';
import { readWiring } from './read-wiring.ts';
import { loadTemplate } from './template.ts';
import type { SiteWiring, Wiring } from './wiring.ts';

/* What infra/ synthesises is what runs here: every resource known, the road to the portal as meant. */

let bundles: string;

beforeAll(() => {
  bundles = emptyBundles();
});

afterAll(() => removeBundles(bundles));

function wiringOf(context: Readonly<Record<string, string>>): Wiring {
  const outdir = path.join(
    bundles,
    `cdk.out-${Object.values(context).join('-').replace(/\W/g, '')}`,
  );
  jixiaoApp(bundles, { outdir, context }).synth();
  return readWiring(loadTemplate(outdir), 'http://127.0.0.1:9402');
}

function siteOf({ sites }: Wiring): SiteWiring {
  const [site] = sites;
  if (site === undefined) throw new Error('no site');
  return site;
}

describe('the road to portal and API', () => {
  let wiring: Wiring;

  beforeAll(() => {
    wiring = wiringOf({});
  });

  const fileAsked = (asked: string): string => {
    const site = siteOf(wiring);
    const behaviour = behaviourFor(site, asked);
    const request = { method: 'GET', path: asked, query: '', headers: {} } as SiteRequest;
    const { origin } = behaviour;
    const at = origin.kind === 'api' ? origin.api : origin.bucket;
    return `${at}${pathAtOrigin(behaviour, site, request)}`;
  };

  test.each([
    ['/', 'jixiao-portal-files/index.html'],
    ['/submissions/2021/LG-FGJ', 'jixiao-portal-files/index.html'],
    ['/assets/app-1a2b.js', 'jixiao-portal-files/assets/app-1a2b.js'],
    ['/api', 'jixiao-portal-files/index.html'],
    ['/api/periods', 'http-api/api/periods'],
    ['/api/v1.2/periods', 'http-api/api/v1.2/periods'],
  ])('%s is %s', (asked, found) => {
    expect(fileAsked(asked)).toBe(found);
  });

  test('the API hands everything below /api/ to one function', () => {
    expect(wiring.apis).toEqual([
      {
        name: 'http-api',
        routes: [
          expect.objectContaining({ key: 'ANY /api/{proxy+}', function: 'api', timeout: 30_000 }),
        ],
      },
    ]);
    const api = wiring.functions.find(({ name }) => name === 'api');
    // The gateway must not hang up before the function has failed.
    expect(api?.timeout).toBeLessThan(30);
  });

  test('pages may run no script of others and reach only the two buckets besides', () => {
    for (const { headers } of siteOf(wiring).behaviours) {
      const policy = headers.find(({ name }) => name === 'content-security-policy')?.value ?? '';
      const directives = new Map(
        policy.split('; ').map((directive) => {
          const [name = '', ...sources] = directive.split(' ');
          return [name, sources] as const;
        }),
      );
      expect(directives.get('default-src')).toEqual(["'none'"]);
      expect(directives.get('script-src')).toEqual(["'self'"]);
      expect(directives.get('connect-src')).toEqual([
        "'self'",
        'jixiao-uploads.s3.cn-north-1.amazonaws.com.cn',
        'jixiao-outputs.s3.cn-north-1.amazonaws.com.cn',
      ]);
      expect(policy).not.toMatch(/[*]|https?:|unsafe-eval/);
    }
  });
});

test.each([
  [{ cdn: 'false' }, 0],
  [{ tokenIssuer: 'https://login.example.gov.cn', tokenAudience: 'jixiao' }, 1],
  [
    {
      portalDomain: 'jixiao.example.gov.cn',
      portalCertificate: 'arn:aws:acm:us-east-1:111111111111:certificate/1',
    },
    1,
  ],
])('with %j the template still runs here, sites: %i', (context, sites) => {
  expect(wiringOf(context).sites).toHaveLength(sites);
});
