import * as z from 'zod';
import type { Text } from '../../shared/locale.ts';
import { PROBLEMS, type ProblemName } from './problems.ts';
import type { Route } from './route.ts';
import { problemSchema } from './schemas.ts';

const both = ({ zh, en }: Text): string => `${zh} / ${en}`;

/** JSON Schema as OpenAPI 3.1 takes it. */
const schemaOf = (schema: z.ZodType, io: 'input' | 'output') => {
  const { $schema: _, ...json } = z.toJSONSchema(schema, { io, unrepresentable: 'any' });
  return json;
};

/** The description of the API, written from the schemas by which it works. */
export const openApi = (routes: readonly Route[]) => ({
  openapi: '3.1.0',
  info: {
    title: '绩效报送接口 / Jixiao: the API for units',
    version: '1',
    description: both({
      zh: '单位报送、查询状态和下载。错误为 RFC 9457 问题文档。用法见 docs/api.md。',
      en: 'Sending, following and downloading. Errors are RFC 9457 problem documents. See docs/api.md.',
    }),
  },
  servers: [{ url: '/' }],
  components: {
    securitySchemes: { token: { type: 'http', scheme: 'bearer', bearerFormat: 'JWT' } },
    schemas: { Problem: schemaOf(problemSchema, 'output') },
  },
  paths: Object.fromEntries(
    [...new Set(routes.map(({ path }) => path))].map((path) => [
      path,
      Object.fromEntries(
        routes
          .filter((route) => route.path === path)
          .map((route) => [route.method, operationOf(route)]),
      ),
    ]),
  ),
});

const operationOf = (route: Route) => ({
  summary: both(route.title),
  security: route.access === 'anyone' ? [] : [{ token: [] }],
  parameters: [...pathParameters(route), ...queryParameters(route)],
  ...bodyOf(route),
  responses: { [route.answer.status]: answerOf(route), ...problemsOf(route) },
});

const pathParameters = ({ path }: Route) =>
  [...path.matchAll(/\{(\w+)\}/g)].map(([, name]) => ({
    name,
    in: 'path',
    required: true,
    schema: { type: 'string' },
  }));

function queryParameters({ query }: Route) {
  if (query === undefined) return [];
  const { properties = {}, required = [] } = schemaOf(query, 'input');
  return Object.entries(properties).map(([name, schema]) => ({
    name,
    in: 'query',
    required: required.includes(name),
    schema,
  }));
}

function bodyOf({ body, takes }: Route) {
  if (body !== undefined) {
    const schema = schemaOf(body, 'input');
    return { requestBody: { required: true, content: { 'application/json': { schema } } } };
  }
  if (takes === undefined) return {};
  const content = takes.map((type) => [type, { schema: FILES[type] ?? {} }]);
  return { requestBody: { required: true, content: Object.fromEntries(content) } };
}

const text = { type: 'string' } as const;
const FILES: Readonly<Record<string, object>> = {
  'application/octet-stream': { type: 'string', format: 'binary' },
  'multipart/form-data': {
    type: 'object',
    required: ['file', 'confirmed'],
    properties: {
      file: { type: 'string', format: 'binary' },
      confirmed: { enum: ['true', 'on'] },
      basedOn: text,
      idempotencyKey: text,
    },
  },
};

const answerOf = ({ answer: { says, schema, types = [] } }: Route) => ({
  description: both(says),
  content: {
    ...Object.fromEntries(types.map((type) => [type, {}])),
    ...(schema === undefined ? {} : { 'application/json': { schema: schemaOf(schema, 'output') } }),
  },
});

/** Problems that any route may answer, besides its own. */
const ALWAYS: readonly ProblemName[] = ['too-many', 'our-fault'];
const BY_ACCESS: Readonly<Record<Route['access'], readonly ProblemName[]>> = {
  anyone: [],
  caller: ['not-signed-in', 'password-to-change'],
  'read-unit': ['not-signed-in', 'password-to-change', 'not-yours', 'no-such-period', 'not-found'],
  'send-unit': ['not-signed-in', 'password-to-change', 'not-yours', 'no-such-period', 'not-found'],
  'act-unit': ['not-signed-in', 'password-to-change', 'not-yours', 'no-such-period', 'not-found'],
  board: ['not-signed-in', 'password-to-change', 'not-yours', 'no-such-period'],
  summary: ['not-signed-in', 'password-to-change', 'not-yours', 'no-such-period'],
  trail: ['not-signed-in', 'password-to-change', 'not-yours', 'no-such-period'],
  manage: ['not-signed-in', 'password-to-change', 'not-yours', 'no-such-period'],
  'read-upload': ['not-signed-in', 'password-to-change', 'not-found'],
};

/** Status → the problems that have it. */
function problemsOf({ access, problems, query, body }: Route) {
  const invalid: readonly ProblemName[] = (query ?? body) ? ['not-valid'] : [];
  const named = [...new Set([...BY_ACCESS[access], ...problems, ...invalid, ...ALWAYS])];
  const statuses = [...new Set(named.map((name) => PROBLEMS[name].status))].sort();
  const content = {
    'application/problem+json': { schema: { $ref: '#/components/schemas/Problem' } },
  };
  const described = statuses.map((status) => {
    const having = named.filter((name) => PROBLEMS[name].status === status);
    const says = having.map((name) => `${name}: ${both(PROBLEMS[name].title)}`);
    return [status, { description: says.join('; '), content }];
  });
  return Object.fromEntries(described);
}
