import { DEMO_PASSWORD } from '../../functions/accounts/demo-accounts.ts';
import type { Session } from '../../functions/api/people-schemas.ts';
import type { ReviewAction } from '../../shared/review/review-act.ts';
import type { RevisionKey, SubmissionKey } from '../../shared/upload.ts';

/** Somebody of the demo who has signed in, and does through the API what a person does in the pages. */
export interface Person {
  /** Takes a step of the review. Throws with the API's reason when it is refused. */
  readonly act: (revision: RevisionKey, action: ReviewAction) => Promise<void>;
  /** 本年度无项目. */
  readonly sayNothingToReport: (submission: SubmissionKey, reason: string) => Promise<void>;
}

/** Signs an account of the demo in at a running system's portal. */
export async function signIn(portal: string, account: string): Promise<Person> {
  const session = await post<Session>(`${portal}/api/session`, {
    account,
    password: DEMO_PASSWORD,
  });
  const unit = ({ period, submitter }: SubmissionKey): string =>
    `${portal}/api/periods/${period}/units/${submitter}`;
  return {
    async act({ revision, ...submission }, action) {
      const id = `example-${action.kind}-${account}`;
      const url = `${unit(submission)}/revisions/${revision}/acts`;
      await post(url, { id, action }, session.token);
    },
    async sayNothingToReport(submission, reason) {
      await post(`${unit(submission)}/nil-return`, { basedOn: 'none', reason }, session.token);
    },
  };
}

async function post<Answer>(url: string, body: unknown, token?: string): Promise<Answer> {
  const response = await fetch(url, {
    method: 'POST',
    headers: {
      'content-type': 'application/json',
      ...(token === undefined ? {} : { authorization: `Bearer ${token}` }),
    },
    body: JSON.stringify(body),
  });
  if (!response.ok) throw new Error(`${url}: ${response.status} ${await response.text()}`);
  return (await response.json()) as Answer;
}
