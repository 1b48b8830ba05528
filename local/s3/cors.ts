import { isOurOrigin } from '../our-machine.ts';
import type { CorsRule } from '../wiring/wiring.ts';
import { S3Error } from './s3-error.ts';

/** What a browser says of itself when a page asks from another origin. */
export interface CrossOrigin {
  readonly origin: string;
  readonly method: string;
  /** Names of headers, lower case. */
  readonly headers: readonly string[];
}

/** Headers that let the page read the answer; none when no rule allows it. */
export function corsHeaders(
  rules: readonly CorsRule[],
  asked: CrossOrigin,
): Record<string, string> {
  const rule = rules.find((candidate) => allows(candidate, asked));
  if (rule === undefined) return {};
  return {
    'access-control-allow-origin': rule.origins.includes('*') ? '*' : asked.origin,
    'access-control-allow-methods': rule.methods.join(', '),
    ...(asked.headers.length > 0 && {
      'access-control-allow-headers': asked.headers.join(', '),
    }),
    ...(rule.exposed.length > 0 && { 'access-control-expose-headers': rule.exposed.join(', ') }),
    ...(rule.maxAge !== null && { 'access-control-max-age': String(rule.maxAge) }),
    vary: 'Origin, Access-Control-Request-Headers, Access-Control-Request-Method',
  };
}

/**
 * Throws S3Error for a page of another machine that no rule names. On S3, “any origin” means any that
 * brings a signature; here none is checked, so it means any page of this machine.
 */
export function assertMayAsk(rules: readonly CorsRule[], origin: string): void {
  const named = rules.flatMap(({ origins }) => origins).filter((pattern) => pattern !== '*');
  if (isOurOrigin(origin) || named.some((pattern) => matches(pattern, origin))) return;
  throw new S3Error(
    403,
    'AccessForbidden',
    `本机系统不答复来自 ${origin} 的网页 / the local system answers no page of ${origin}`,
  );
}

/** The answer to a preflight. Throws S3Error when no rule allows what the page is about to do. */
export function preflightHeaders(
  rules: readonly CorsRule[],
  asked: CrossOrigin,
): Record<string, string> {
  const headers = corsHeaders(rules, asked);
  if (Object.keys(headers).length === 0) {
    throw new S3Error(
      403,
      'AccessForbidden',
      `CORS 配置不允许来自 ${asked.origin} 的 ${asked.method} / CORS does not allow ${asked.method} from ${asked.origin}`,
    );
  }
  return headers;
}

const allows = (rule: CorsRule, { origin, method, headers }: CrossOrigin): boolean =>
  rule.methods.includes(method) &&
  rule.origins.some((pattern) => matches(pattern, origin)) &&
  headers.every((header) => rule.headers.some((pattern) => matches(pattern.toLowerCase(), header)));

function matches(pattern: string, text: string): boolean {
  const [before = '', after] = pattern.split('*');
  if (after === undefined) return pattern === text;
  return (
    text.length >= before.length + after.length && text.startsWith(before) && text.endsWith(after)
  );
}
