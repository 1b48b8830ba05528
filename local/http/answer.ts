import type { IncomingMessage } from 'node:http';
import { isOurHost } from '../our-machine.ts';
import { printable } from '../printable.ts';
import type { BehaviourWiring, SiteWiring } from '../wiring/wiring.ts';
import { behaviourFor, pathAtOrigin, withAddedHeaders } from './behaviours.ts';
import type { BucketOrigin } from './bucket-origin.ts';
import { compressed } from './compress.ts';
import { type SiteReply, type SiteRequest, textReply } from './exchange.ts';
import type { HttpApi } from './http-api.ts';
import { notBuilt } from './not-built.ts';
import { parseRequest } from './parse-request.ts';

/** What a site answers from. */
export interface SiteContext {
  readonly site: SiteWiring;
  readonly files: BucketOrigin;
  /** By name. */
  readonly gateways: ReadonlyMap<string, HttpApi>;
  readonly log: (line: string) => void;
}

/** Answers a request; never rejects: a fault of ours is an answer, too, and a line in the log. */
export const answererFor =
  (context: SiteContext) =>
  async (incoming: IncomingMessage): Promise<SiteReply> => {
    if (!isOurHost(incoming)) {
      return textReply(421, '请用 127.0.0.1 访问 / please come by way of 127.0.0.1');
    }
    const request = parseRequest(incoming);
    if (request === null) return textReply(400, '请求不是正确的地址 / the request names no path');
    const behaviour = behaviourFor(context.site, request.path);
    const reply = await answerBy(behaviour, request, context).catch((error: unknown) => {
      context.log(printable(`${request.method} ${request.path}: ${String(error)}`));
      return textReply(502, '本机系统故障，见启动窗口 / the local system failed: see its window');
    });
    return withAddedHeaders(reply, behaviour);
  };

async function answerBy(
  behaviour: BehaviourWiring,
  request: SiteRequest,
  { site, files, gateways }: SiteContext,
): Promise<SiteReply> {
  if (!behaviour.methods.includes(request.method)) {
    return textReply(403, `此地址不接受 ${request.method} / ${request.method} is not allowed here`);
  }
  const path = pathAtOrigin(behaviour, site, request);
  const { origin } = behaviour;
  if (origin.kind === 'api') {
    const gateway = gateways.get(origin.api);
    if (gateway === undefined) throw new Error(`no API ${origin.api}`);
    return gateway({ ...request, path });
  }
  const reply = await files.fetch(origin.bucket, path, request);
  if (reply.status === 404 && path === `/${site.rootObject}`) {
    discard(reply);
    return notBuilt(hasApi(site));
  }
  const instead = site.errorPages.get(reply.status);
  if (instead !== undefined) {
    const shown = await files.fetch(origin.bucket, instead, { ...request, headers: {} });
    if (shown.status === 200) {
      discard(reply);
      return { ...shown, status: reply.status };
    }
    discard(shown);
  }
  return behaviour.compress ? compressed(reply, request.headers) : reply;
}

/** Lets go of an answer that nobody is shown. */
function discard({ body }: SiteReply): void {
  if (!Buffer.isBuffer(body)) body.resume();
}

/** True for the portal, whose pages are built; those of the public site are published. */
export const hasApi = ({ behaviours }: SiteWiring): boolean =>
  behaviours.some(({ origin }) => origin.kind === 'api');
