/** What may be logged of an error: what broke where, without what a file or its name said. */
export interface LoggableError {
  readonly name: string;
  readonly message: string;
  /** Where it was thrown from, innermost first. */
  readonly stack: readonly string[];
  /** HTTP status and request id of a service's answer. */
  readonly answer?: { readonly status?: number; readonly requestId?: string };
  readonly cause?: LoggableError;
}

/**
 * An error as it may be logged. Libraries quote in their messages what they choke on, S3 names the key
 * in a property of its own: so quotations, other scripts than Latin and figures are left out of messages,
 * and properties are named one by one.
 */
export function loggable(error: unknown): LoggableError {
  if (!(error instanceof Error)) return { name: typeof error, message: '', stack: [] };
  const { name, stack = '', cause } = error;
  const answer = answerOf(error);
  return {
    name,
    message: withoutTexts(messageOf(error)),
    stack: stack.split('\n').filter((line) => /^\s+at /.test(line)),
    ...(answer !== undefined && { answer }),
    ...(cause !== undefined && { cause: loggable(cause) }),
  };
}

/** An error to be thrown to a runtime that logs what it is thrown. */
export function withoutContent(error: unknown): Error {
  const { name, message, stack } = loggable(error);
  const told = new Error(message);
  told.name = name;
  told.stack = [`${name}: ${message}`, ...stack].join('\n');
  return told;
}

/** A failed check tells its places; its own message is JSON, of which nothing would be left. */
function messageOf(error: Error & { readonly issues?: unknown }): string {
  if (!Array.isArray(error.issues)) return error.message;
  return error.issues
    .map(
      ({ code, path }: { code: string; path: readonly unknown[] }) => `${code} ${path.join('.')}`,
    )
    .join('; ');
}

/** Between quotation marks of any kind; an apostrophe inside a word opens none. */
const QUOTED = /"[^"]*"?|`[^`]*`?|(?<![A-Za-z])'[^']*'?/g;
const FIGURE = /\d+[.,]\d[\d.,]*|\d{5,}/g;
const NOT_ASCII = /[^\x20-\x7e]+/g;

const withoutTexts = (message: string): string =>
  message.replace(QUOTED, '"…"').replace(FIGURE, '#').replace(NOT_ASCII, '…');

function answerOf(error: Error): LoggableError['answer'] {
  if (!('$metadata' in error)) return undefined;
  const { httpStatusCode, requestId } = error.$metadata as {
    httpStatusCode?: number;
    requestId?: string;
  };
  return {
    ...(httpStatusCode !== undefined && { status: httpStatusCode }),
    ...(requestId !== undefined && { requestId }),
  };
}
