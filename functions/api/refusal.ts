import type { Text } from '../../shared/locale.ts';
import { PROBLEMS, type ProblemName } from './problems.ts';
import type { ProblemDocument } from './schemas.ts';

/** What a problem says beyond its kind. */
export interface ProblemFacts {
  readonly detail?: Text;
  readonly last?: ProblemDocument['last'];
  readonly refusal?: string;
  readonly headers?: Readonly<Record<string, string>>;
}

/** Thrown where a request cannot be answered; the app makes a problem document of it. */
export class Refusal extends Error {
  override readonly name = 'Refusal';
  readonly problem: ProblemName;
  readonly facts: ProblemFacts;

  constructor(problem: ProblemName, facts: ProblemFacts = {}) {
    super(problem);
    this.problem = problem;
    this.facts = facts;
  }
}

/** The answer to a request that was refused: RFC 9457, in both languages. */
export function problemResponse(name: ProblemName, facts: ProblemFacts = {}): Response {
  const { status, title, advice } = PROBLEMS[name];
  const { detail, last, refusal, headers } = facts;
  const message: Text =
    detail === undefined
      ? advice
      : { zh: `${detail.zh}${advice.zh}`, en: `${detail.en} ${advice.en}` };
  const document: ProblemDocument = {
    type: `/api/problems/${name}`,
    title: `${title.zh} / ${title.en}`,
    status,
    detail: `${message.zh} / ${message.en}`,
    message: { zh: `${title.zh}。${message.zh}`, en: `${title.en}. ${message.en}` },
    ...(last === undefined ? {} : { last }),
    ...(refusal === undefined ? {} : { refusal }),
  };
  return new Response(JSON.stringify(document), {
    status,
    headers: { 'content-type': 'application/problem+json; charset=utf-8', ...headers },
  });
}
