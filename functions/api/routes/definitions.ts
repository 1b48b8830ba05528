import { definitionDigest } from '../../../shared/bureau/definition-digest.ts';
import { REGISTER_CHAIN } from '../../../shared/bureau-state.ts';
import { isPeriodId } from '../../../shared/period.ts';
import { registerFault } from '../../../shared/register/register-fault.ts';
import { json } from '../answer.ts';
import type { Api } from '../api.ts';
import { bureauActId, settle } from '../bureau-act.ts';
import {
  defineSchema,
  definitionSchema,
  registerActSchema,
  registerSchema,
} from '../collection-schemas.ts';
import { bureauRoute, type CallerGiven, periodRoute } from '../guarded-routes.ts';
import { Refusal } from '../refusal.ts';
import type { Route } from '../route.ts';
import { assertUsable } from '../usable-period.ts';

const PROBLEMS = ['wrong-type', 'too-large', 'act-refused'] as const;

/** Setting up periods and the register, by finance. */
export const definitionRoutes: readonly Route[] = [
  periodRoute({
    access: 'manage',
    method: 'get',
    path: '/api/periods/{period}/definition',
    title: { zh: '报送期的设置', en: 'What is set of a period' },
    answer: {
      status: 200,
      says: { zh: '全部设置', en: 'All of it' },
      schema: definitionSchema,
    },
    problems: [],
    handle: ({ api, period: { id } }) => answerDefinition(id, api),
  }),
  bureauRoute({
    method: 'post',
    path: '/api/periods/{period}/definition',
    title: { zh: '新建或修改报送期', en: 'Make or change a period' },
    body: defineSchema,
    answer: {
      status: 200,
      says: {
        zh: '修改后的设置；与年度文件同一格式、同一校验，记入审计记录',
        en: 'What is set then; of the shape of a file of periods, checked alike and recorded',
      },
      schema: definitionSchema,
    },
    problems: PROBLEMS,
    async handle(given) {
      const { api, params, body, caller } = given;
      const { basedOn, definition } = body;
      const chain = params['period'] ?? '';
      if (!isPeriodId(chain) || definition.id !== chain) throw new Refusal('no-such-period');
      assertUsable(definition, await knownCodes(api));
      const action = { kind: 'define-period', definition, basedOn } as const;
      const id = bureauActId(body.id, chain, caller, action);
      await settle({ id, chain, action, caller }, api.ports);
      return answerDefinition(chain, api);
    },
  }),
  bureauRoute({
    method: 'get',
    path: '/api/register',
    title: { zh: '名册', en: 'The register' },
    answer: {
      status: 200,
      says: { zh: '全部单位，含停用的及联系电话', en: 'Every unit, ended ones too, with contacts' },
      schema: registerSchema,
    },
    problems: [],
    handle: answerRegister,
  }),
  bureauRoute({
    method: 'post',
    path: '/api/register',
    title: { zh: '修改名册', en: 'Change the register' },
    body: registerActSchema,
    answer: {
      status: 200,
      says: {
        zh: '修改后的名册；不删除单位，改名保留曾用名，记入审计记录',
        en: 'The register then; no unit is deleted, former names are kept, and it is recorded',
      },
      schema: registerSchema,
    },
    problems: PROBLEMS,
    async handle(given) {
      const { api, body, caller } = given;
      const { id: chosen, basedOn, reason, units } = body;
      await assertFits(units, api);
      const action = { kind: 'change-register', units, basedOn, reason } as const;
      const id = bureauActId(chosen, REGISTER_CHAIN, caller, action);
      await settle({ id, chain: REGISTER_CHAIN, action, caller }, api.ports);
      return answerRegister(given);
    },
  }),
];

async function answerDefinition(id: string, { ports }: Pick<Api, 'ports'>): Promise<Response> {
  const definition = await ports.submissions.definition(id);
  if (definition === null) throw new Refusal('no-such-period');
  return json(definitionSchema, { definition, basedOn: definitionDigest(definition) });
}

async function answerRegister({
  api: { ports },
}: Pick<CallerGiven<unknown, unknown>, 'api'>): Promise<Response> {
  // The version first: whoever changes it meanwhile makes it older than the units.
  const { version } = await ports.submissions.bureauState(REGISTER_CHAIN);
  const units = [...(await ports.submissions.registerEntries())];
  return json(registerSchema, { version, units });
}

/** Codes of the register; null where there is none. */
async function knownCodes({ ports }: Pick<Api, 'ports'>): Promise<ReadonlySet<string> | null> {
  const entries = await ports.submissions.registerEntries();
  return entries.length === 0 ? null : new Set(entries.map(({ code }) => code));
}

/** What the bureau would refuse anyway, told with its place. */
async function assertFits(
  units: Parameters<typeof registerFault>[0],
  { ports }: Pick<Api, 'ports'>,
): Promise<void> {
  const standing = await ports.submissions.registerEntries();
  const next = new Map([...standing, ...units].map((unit) => [unit.code, unit]));
  const fault = registerFault([...next.values()]);
  if (fault === null) return;
  throw new Refusal('not-valid', { detail: { zh: `${fault.zh}。`, en: `${fault.en}.` } });
}
