import path from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { jixiaoApp } from '../../infra/jixiao-app.ts';
import { emptyBundles, removeBundles } from '../../infra/template-for-tests.ts';
import { SITE_KEYS } from '../../shared/publish/site-keys.ts';
import { hasApi } from '../http/answer.ts';
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

function siteOf({ sites }: Wiring, isPortal = true): SiteWiring {
  const site = sites.find((each) => hasApi(each) === isPortal);
  if (site === undefined) throw new Error('no site');
  return site;
}

/** Where a path leads, as `bucket/key`. */
function fileAsked(site: SiteWiring, asked: string): string {
  const behaviour = behaviourFor(site, asked);
  const request = { method: 'GET', path: asked, query: '', headers: {} } as SiteRequest;
  const { origin } = behaviour;
  const at = origin.kind === 'api' ? origin.api : origin.bucket;
  return `${at}${pathAtOrigin(behaviour, site, request)}`;
}

/** Directives of the content security policy of every behaviour. */
const policiesOf = ({ behaviours }: SiteWiring) =>
  behaviours.map(({ headers }) => {
    const policy = headers.find(({ name }) => name === 'content-security-policy')?.value ?? '';
    expect(policy).not.toMatch(/[*]|https?:|unsafe-eval/);
    return new Map(
      policy.split('; ').map((directive) => {
        const [name = '', ...sources] = directive.split(' ');
        return [name, sources] as const;
      }),
    );
  });

describe('the road to portal and API', () => {
  let wiring: Wiring;

  beforeAll(() => {
    wiring = wiringOf({});
  });

  test.each([
    ['/', 'jixiao-portal-files/index.html'],
    ['/submissions/2021/LG-FGJ', 'jixiao-portal-files/index.html'],
    ['/assets/app-1a2b.js', 'jixiao-portal-files/assets/app-1a2b.js'],
    ['/api', 'jixiao-portal-files/index.html'],
    ['/api/periods', 'http-api/api/periods'],
    ['/api/v1.2/periods', 'http-api/api/v1.2/periods'],
  ])('%s is %s', (asked, found) => {
    expect(fileAsked(siteOf(wiring), asked)).toBe(found);
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
    for (const directives of policiesOf(siteOf(wiring))) {
      expect(directives.get('default-src')).toEqual(["'none'"]);
      expect(directives.get('script-src')).toEqual(["'self'"]);
      expect(directives.get('connect-src')).toEqual([
        "'self'",
        'jixiao-uploads.s3.cn-north-1.amazonaws.com.cn',
        'jixiao-outputs.s3.cn-north-1.amazonaws.com.cn',
      ]);
    }
  });
});

describe('the road to the public site', () => {
  test.each([
    ['/', 'jixiao-public/index.html'],
    ['/2021/', 'jixiao-public/2021/index.html'],
    ['/2021/LG-FGJ/index.html', 'jixiao-public/2021/LG-FGJ/index.html'],
    ['/files/abc.pdf', 'jixiao-public/files/abc.pdf'],
    ['/api/periods', 'jixiao-public/api/periods'],
  ])('%s is %s', (asked, found) => {
    expect(fileAsked(siteOf(wiringOf({}), false), asked)).toBe(found);
  });

  test('what is not there has a page, and pages load nothing from elsewhere, nothing inline', () => {
    const site = siteOf(wiringOf({}), false);
    expect(site.errorPages.get(404)).toBe(`/${SITE_KEYS.notFound}`);
    for (const directives of policiesOf(site)) {
      const { 'default-src': rest, ...others } = Object.fromEntries(directives);
      expect(rest).toEqual(["'none'"]);
      for (const sources of Object.values(others))
        expect(sources).toEqual([expect.stringMatching(/^'(self|none)'$/)]);
    }
  });
});

test.each([
  [{ cdn: 'false' }, 0],
  [{ tokenIssuer: 'https://login.example.gov.cn', tokenAudience: 'jixiao' }, 2],
  [
    {
      portalDomain: 'jixiao.example.gov.cn',
      portalCertificate: 'arn:aws:acm:us-east-1:111111111111:certificate/1',
    },
    2,
  ],
])('with %j the template still runs here, sites: %i', (context, sites) => {
  expect(wiringOf(context).sites).toHaveLength(sites);
});
