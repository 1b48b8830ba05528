/** The token of a request’s `Authorization` header; null without one. No cookie is ever looked at. */
export const bearerToken = (request: Request): string | null =>
  /^Bearer ([\w.~+/=-]+)$/i.exec(request.headers.get('authorization') ?? '')?.[1] ?? null;
