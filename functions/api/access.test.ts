import { beforeAll, describe, expect, test } from 'vitest';
import { uploadId } from '../../shared/upload-id.ts';
import { type ApiWorld, makeApiWorld, PEOPLE, type Person } from '../../test/memory-api.ts';
import { ROUTES } from './routes/catalogue.ts';

/*
 * Every route with everybody. A route that is not in this table fails the test, and so does one that
 * lets through whom the table does not name.
 */

type Need = 'anyone' | 'signed in' | Right;
type Right = 'read' | 'send' | 'act' | 'board' | 'summary' | 'trail' | 'manage';

const UNIT = '/api/periods/{period}/units/{unit}';

const NEEDS: Readonly<Record<string, Need>> = {
  'get /api/sign-in': 'anyone',
  'post /api/sign-in': 'anyone',
  'post /api/session': 'anyone',
  // These two look at the token themselves: also at one whose password is still to be changed.
  'post /api/session/renew': 'anyone',
  'post /api/password': 'anyone',
  'get /api/me': 'signed in',
  'get /api/periods': 'signed in',
  'get /api/forms': 'signed in',
  'get /api/obligations': 'signed in',
  [`get ${UNIT}/template`]: 'read',
  // Nothing of any unit: see check-basis.test.ts.
  'get /api/check-basis': 'anyone',
  [`get ${UNIT}/check-basis`]: 'read',
  'post /api/draft': 'signed in',
  [`post ${UNIT}/uploads`]: 'send',
  [`post ${UNIT}/uploads/link`]: 'send',
  [`post ${UNIT}/uploads/posted`]: 'send',
  // Who sends says so in the form itself: see plain-form.test.ts.
  'post /api/plain-form': 'anyone',
  'get /api/uploads/{id}': 'read',
  'get /api/uploads/{id}/findings': 'read',
  'get /api/uploads/{id}/feedback': 'read',
  'get /api/uploads/{id}/corrected': 'read',
  'get /api/uploads/{id}/report': 'read',
  'get /api/uploads/{id}/stamped': 'read',
  'get /api/uploads/{id}/records': 'read',
  'get /api/uploads/{id}/receipt': 'read',
  // Whoever has the code has the receipt: see receipt.test.ts.
  'get /api/receipts': 'anyone',
  // A digest of what may be masked: see check-code.test.ts.
  [`get ${UNIT}/check-code`]: 'read',
  [`get ${UNIT}/revisions`]: 'read',
  [`post ${UNIT}/revisions/{revision}/recall`]: 'send',
  [`get ${UNIT}/revisions/{revision}/difference`]: 'read',
  [`post ${UNIT}/nil-return`]: 'send',
  [`post ${UNIT}/not-public`]: 'send',
  [`get ${UNIT}/revisions/{revision}/scans`]: 'read',
  [`post ${UNIT}/revisions/{revision}/scans`]: 'send',
  [`post ${UNIT}/revisions/{revision}/scans/link`]: 'send',
  [`post ${UNIT}/revisions/{revision}/scans/posted`]: 'send',
  [`get ${UNIT}/revisions/{revision}/scans/{scan}`]: 'read',
  [`get ${UNIT}/review`]: 'read',
  [`post ${UNIT}/revisions/{revision}/acts`]: 'act',
  [`get ${UNIT}/publication`]: 'read',
  [`get ${UNIT}/revisions/{revision}/table`]: 'read',
  [`get ${UNIT}/revisions/{revision}/preview`]: 'read',
  [`get ${UNIT}/revisions/{revision}/preview/report`]: 'read',
  'get /api/periods/{period}/publications': 'board',
  'get /api/periods/{period}/board': 'board',
  'get /api/periods/{period}/sums': 'board',
  'get /api/periods/{period}/summary': 'summary',
  'get /api/periods/{period}/audit': 'trail',
  'post /api/periods/{period}/acts': 'manage',
  'get /api/periods/{period}/definition': 'manage',
  'post /api/periods/{period}/definition': 'manage',
  'get /api/register': 'manage',
  'post /api/register': 'manage',
  'post /api/periods/{period}/impact': 'manage',
  'get /api/periods/{period}/projects': 'manage',
  'post /api/periods/{period}/projects/parts': 'manage',
  [`get ${UNIT}/projects`]: 'read',
};

const UNITS = ['LG-FGJ', 'LG-GXJ', 'LG-TZTGS'] as const;

/** About whose submissions each may do what; board, summary and trail are of all units, or none. */
const ALLOWED: Readonly<Record<Person, Readonly<Partial<Record<Right, readonly string[]>>>>> = {
  zhang: { read: ['LG-FGJ'], send: ['LG-FGJ'], act: ['LG-FGJ'] },
  li: { read: ['LG-FGJ'], send: ['LG-FGJ'], act: ['LG-FGJ'] },
  wang: { read: ['LG-GXJ'], send: ['LG-GXJ'], act: ['LG-GXJ'] },
  zhao: {
    read: ['LG-GXJ', 'LG-TZTGS'],
    send: ['LG-GXJ'],
    act: ['LG-GXJ', 'LG-TZTGS'],
    board: UNITS,
  },
  cai: { read: UNITS, act: UNITS, board: UNITS, summary: UNITS, trail: UNITS, manage: UNITS },
  shen: { read: UNITS, board: UNITS, summary: UNITS, trail: UNITS },
  nemo: {},
  new: {},
};

let world: ApiWorld;
beforeAll(async () => {
  world = await makeApiWorld();
  for (const unit of UNITS) {
    const event = world.send([{}], { key: keyOf(unit) });
    world.messages.push({ stage: 'intake', body: event });
  }
  await world.settle();
});

const keyOf = (unit: string): string => `uploads/2021/${unit}/表.xlsx`;

/** Asks a route about a unit, and says how it was turned away; null when it was let through. */
async function turnedAway(who: Person | null, route: string, unit: string): Promise<string | null> {
  const [method = '', path = ''] = route.split(' ');
  // Each asks in a minute of its own: how often somebody may ask is another test's matter.
  world.now = new Date(Date.parse(world.now) + 60_000).toISOString();
  const address = path
    .replace('{period}', '2021')
    .replace('{unit}', unit)
    .replace('{revision}', '1')
    .replace('{id}', uploadId('uploads', keyOf(unit), 'v1'));
  const response = await world.ask(who, address, { method: method.toUpperCase() });
  if (response.status < 400) return null;
  const { type } = (await response.json()) as { type: string };
  const problem = type.split('/').at(-1) ?? '';
  return ['not-signed-in', 'not-yours', 'not-found', 'password-to-change'].includes(problem)
    ? problem
    : null;
}

test('every route is in the table, and the table names no other', () => {
  expect(ROUTES.map(({ method, path }) => `${method} ${path}`)).toEqual(Object.keys(NEEDS));
});

describe.each(Object.entries(NEEDS).filter(([, need]) => need !== 'anyone'))(
  '%s',
  (route, need) => {
    test('nobody', async () => {
      expect(await turnedAway(null, route, 'LG-FGJ')).toBe('not-signed-in');
    });

    test('somebody whose first password is to be changed', async () => {
      const expected = route === 'get /api/me' ? null : 'password-to-change';
      expect(await turnedAway('new', route, 'LG-FGJ')).toBe(expected);
    });

    const others = Object.keys(PEOPLE).filter((who) => who !== 'new') as Person[];
    test.each(others.flatMap((who) => UNITS.map((unit) => [who, unit] as const)))(
      '%s about %s',
      async (who, unit) => {
        const isAllowed =
          need === 'signed in' ||
          (need !== 'anyone' && ALLOWED[who][need]?.includes(unit) === true);
        const refusal = route.includes('{id}') ? 'not-found' : 'not-yours';
        expect(await turnedAway(who, route, unit)).toBe(isAllowed ? null : refusal);
      },
    );
  },
);

test('an upload whose key names no submission is nobody’s', async () => {
  const event = world.send([{}], { key: 'uploads/散件.xlsx' });
  world.messages.push({ stage: 'intake', body: event });
  await world.settle();
  const id = uploadId('uploads', 'uploads/散件.xlsx', 'v1');
  for (const who of ['zhang', 'cai', 'shen'] as const) {
    expect((await world.ask(who, `/api/uploads/${id}`)).status).toBe(404);
  }
});

test.each([
  ['too long', 'A'.repeat(3000)],
  ['of a key’s parts', 'LG-FGJ%23REVISION'],
  ['in small letters', 'lg-fgj'],
])('what is no id and no code is not looked up: %s', async (_, text) => {
  const { upload, registerFor } = world.ports.submissions;
  // As a store does that has no room for such a key.
  const refuse = async () => {
    throw new Error('asked');
  };
  Object.assign(world.ports.submissions, { upload: refuse, registerFor: refuse });
  try {
    expect((await world.ask('cai', `/api/uploads/${text}`)).status).toBe(404);
    const unit = `/api/periods/2021/units/${text}/revisions`;
    expect((await world.ask('cai', unit)).status).toBe(404);
  } finally {
    Object.assign(world.ports.submissions, { upload, registerFor });
  }
});
