import { expect } from 'vitest';
import { makeApp, type RequestLog } from '../functions/api/app.ts';
import { ownAccounts } from '../functions/api/identity/own-accounts.ts';
import { hashPassword } from '../functions/api/identity/passwords.ts';
import { ROUTES } from '../functions/api/routes/catalogue.ts';
import type { Account } from '../shared/account.ts';
import type { ApiPorts, SendingNote } from '../shared/api-ports.ts';
import { printDraft } from '../shared/draft.ts';
import { impactOnFiled } from '../shared/impact-on-filed.ts';
import { memoryAccounts } from './memory-accounts.ts';
import { deliverAll, makeWorld, type World } from './memory-ports.ts';
import { memorySendings } from './memory-sendings.ts';
import type { FileRows } from './stand-in-files.ts';

/** Cheap, so that tests sign in at once. */
export const CHEAP = { logN: 4, r: 1, p: 1 };

/** What everybody here signs in with. */
export const PASSWORD = 'Correct-Horse-9';

/** Name of an account → what it may do. */
export const PEOPLE = {
  zhang: { person: '张三', groups: ['unit'], units: ['LG-FGJ'] },
  li: { person: '李四', groups: ['unit'], units: ['LG-FGJ'] },
  wang: { person: '王五', groups: ['unit'], units: ['LG-GXJ'] },
  zhao: { person: '赵六', groups: ['department'], units: ['LG-GXJ'] },
  cai: { person: '财政', groups: ['finance'], units: [] },
  shen: { person: '审计', groups: ['auditor'], units: [] },
  nemo: { person: '无权', groups: [], units: ['LG-FGJ'] },
  new: { person: '新人', groups: ['unit'], units: ['LG-FGJ'] },
} as const satisfies Record<string, Pick<Account, 'person' | 'groups' | 'units'>>;

/** Name of an account in these tests. */
export type Person = keyof typeof PEOPLE;

/** The API over a world in memory. */
export interface ApiWorld extends World {
  readonly api: ApiPorts;
  readonly logged: RequestLog[];
  readonly faults: unknown[];
  /** Asks as somebody, or as nobody. */
  readonly ask: (who: Person | null, path: string, init?: RequestInit) => Promise<Response>;
  /** Posts JSON. */
  readonly post: (who: Person | null, path: string, body?: unknown) => Promise<Response>;
  /** Sends rows as a file through the API. */
  readonly sendAs: (who: Person, rows: FileRows | 'JPEG', query?: string) => Promise<Response>;
  /** Posts rows to the bucket by a form that the API signed; returns the version it becomes. */
  readonly postForm: (fields: Readonly<Record<string, string>>, rows: FileRows) => string;
  /** Lets the pipeline do all that waits. */
  readonly settle: () => Promise<void>;
}

/** A world with its people, each with PASSWORD; `new` must change it. */
export async function makeApiWorld(): Promise<ApiWorld> {
  const world = await makeWorld();
  await world.ports.submissions.putUnits([
    { code: 'LG-TZTGS', name: '深圳市龙岗区投资推广署', aliases: [], parent: 'LG-GXJ' },
  ]);
  const versions = new Map<string, Version>();
  const api = apiPorts(world, versions);
  await addPeople(api);
  const own = ownAccounts(api.accounts, api.clock, CHEAP);
  const logged: RequestLog[] = [];
  const faults: unknown[] = [];
  const app = makeApp(
    { ports: api, own, verify: own.verify, signIn: null, portalOrigin: null },
    {
      addressOf: () => '192.0.2.1',
      log: (entry) => void logged.push(entry),
      logFault: (error) => `fault-${faults.push(error)}`,
    },
  );
  const tokens = new Map<string, string>();
  const tokenOf = async (who: Person): Promise<string> => {
    const name = `${who} ${world.now.slice(0, 15)}`;
    if (!tokens.has(name)) tokens.set(name, (await own.signIn(who, PASSWORD)).token);
    return tokens.get(name)!;
  };
  const ask: ApiWorld['ask'] = async (who, path, init = {}) => {
    const headers = new Headers(init.headers);
    if (who !== null) headers.set('authorization', `Bearer ${await tokenOf(who)}`);
    const response = await app.request(path, { ...init, headers });
    await assertDescribed(init.method ?? 'GET', path, response);
    return response;
  };
  return Object.assign(world, {
    api,
    logged,
    faults,
    ask,
    post: (who: Person | null, path: string, body?: unknown) =>
      ask(who, path, {
        method: 'POST',
        ...(body === undefined
          ? {}
          : { body: JSON.stringify(body), headers: { 'content-type': 'application/json' } }),
      }),
    sendAs: (who: Person, rows: FileRows | 'JPEG', query = '') =>
      ask(who, `/api/periods/2021/units/${PEOPLE[who].units[0]}/uploads?${query || SENDING}`, {
        method: 'POST',
        headers: { 'content-type': 'application/octet-stream' },
        body: JSON.stringify(rows),
      }),
    postForm: (fields: Readonly<Record<string, string>>, rows: FileRows) => {
      const { key = '', note = '' } = fields;
      const bytes = new TextEncoder().encode(JSON.stringify(rows));
      return stored(world, versions, key, bytes, JSON.parse(note) as SendingNote).versionId;
    },
    settle: () => deliverAll(world),
  });
}

/** Throws unless a JSON answer is one that the route's description promises, without anything more. */
async function assertDescribed(method: string, path: string, response: Response): Promise<void> {
  if (!response.ok || response.headers.get('content-type')?.includes('json') !== true) return;
  const route = ROUTES.find(
    (each) =>
      each.method === method.toLowerCase() &&
      new RegExp(`^${each.path.replace(/\{\w+\}/g, '[^/]+')}$`).test(path.split('?')[0] ?? ''),
  );
  const schema = route?.answer.schema;
  if (schema === undefined || route?.answer.types !== undefined) return;
  const body = (await response.clone().json()) as unknown;
  expect(schema.parse(body)).toEqual(body);
}

/** What goes with a file, where nothing else is said. */
const SENDING = `fileName=${encodeURIComponent('自评表.xlsx')}&confirmed=true`;

async function addPeople({ accounts }: ApiPorts): Promise<void> {
  const passwordHash = await hashPassword(PASSWORD, CHEAP);
  for (const [name, person] of Object.entries(PEOPLE)) {
    await accounts.addAccount({
      name,
      ...person,
      passwordHash,
      mustChangePassword: name === 'new',
      version: 0,
      isDisabled: false,
    });
  }
}

interface Version {
  readonly note: SendingNote;
  readonly size: number;
  readonly storedAt: string;
}

/** Puts a file with a note into the bucket, which announces it. */
function stored(
  world: World,
  versions: Map<string, Version>,
  key: string,
  bytes: Uint8Array,
  note: SendingNote,
) {
  const versionId = `sent-${versions.size + 1}`;
  const event = world.send(bytes, { key, versionId, eventTime: world.now });
  versions.set(`${key} ${versionId}`, { note, size: bytes.length, storedAt: world.now });
  world.messages.push({ stage: 'intake', body: event });
  return { bucket: event.bucket, key, versionId };
}

function apiPorts(world: World, versions: Map<string, Version>): ApiPorts {
  const { submissions, jobs, notices, clock, reminders, assets } = world.ports;
  const written = world.outputs;
  const encode = (text: string): Uint8Array => new TextEncoder().encode(text);
  return {
    submissions,
    jobs,
    assets,
    notices,
    reminders,
    clock,
    accounts: memoryAccounts(),
    sendings: memorySendings(),
    sending: {
      storeUpload: async (key, bytes, note) => stored(world, versions, key, bytes, note),
      uploadForm: async (key, note, mostBytes) => ({
        url: 'https://uploads.example/',
        fields: { key, note: JSON.stringify(note), most: String(mostBytes) },
      }),
      async describeUpload(key, versionId) {
        const sent = versions.get(`${key} ${versionId}`);
        if (sent !== undefined) return { bucket: 'uploads', ...sent };
        for await (const page of world.ports.uploads.listUploads()) {
          const found = page.find((event) => event.key === key && event.versionId === versionId);
          if (found === undefined) continue;
          const { bucket, size, eventTime: storedAt } = found;
          return { bucket, size, storedAt, note: null };
        }
        return 'gone';
      },
    },
    downloads: {
      async describeOutput(key) {
        const text = written.get(key);
        return text === undefined ? null : { size: encode(text).length, writtenAt: world.now };
      },
      async openOutput(key) {
        const text = written.get(key);
        if (text === undefined) return null;
        return {
          bytes: encode(text),
          contentType: 'application/json',
          disposition: 'attachment; filename="x"',
        };
      },
      linkToOutput: async (key, seconds) => `https://outputs.example/${key}?seconds=${seconds}`,
    },
    scans: {
      storeScan: (key, bytes, file) => world.ports.outputs.writeOutput(key, bytes, file),
      scanForm: async (key, most) => ({
        url: 'https://outputs.example/',
        fields: { key, most: String(most) },
      }),
      async readPosted(key, limit) {
        const text = written.get(key);
        if (text === undefined) return 'gone';
        const bytes = encode(text);
        return bytes.length > limit ? 'too-large' : bytes;
      },
    },
    drafts: {
      print: (file) => printDraft(file, world.ports),
    },
    impacts: {
      onFiled: (request) => impactOnFiled(request, world.ports),
    },
    outputs: world.ports.outputs,
    printer: world.ports.printer,
    site: world.ports.site,
    templates: {
      template: async ({ submitter, records, filledFrom }) =>
        encode(JSON.stringify({ submitter, filledFrom, projects: records.length })),
    },
  };
}
