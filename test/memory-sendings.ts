import type { KeyedRequest, Sendings, SentUpload, Turn } from '../shared/store/sendings.ts';
import type { SubmissionKey } from '../shared/upload.ts';

const nameOf = ({ period, submitter }: SubmissionKey): string => `${period}/${submitter}`;
const NO_TURN: Turn = { number: 0, taken: null, last: null };

/** The in-memory twin of `functions/dynamo/sendings.ts`; one contract suite holds for both. */
export function memorySendings(): Sendings {
  const turns = new Map<string, Turn>();
  const sents = new Map<string, SentUpload>();
  const requests = new Map<string, KeyedRequest>();
  const codes = new Map<string, string>();
  const turnOf = (submission: SubmissionKey): Turn => turns.get(nameOf(submission)) ?? NO_TURN;
  return {
    async lastSending(submission) {
      return structuredClone(turns.get(nameOf(submission)) ?? null);
    },
    async takeTurn(submission, read, taken) {
      const turn = turnOf(submission);
      if (turn.number !== read) return false;
      turns.set(nameOf(submission), { ...turn, number: read + 1, taken });
      return true;
    },
    async endTurn(sent) {
      const { uploadId, name, sentAt } = sent;
      sents.set(uploadId, structuredClone(sent));
      turns.set(nameOf(sent.submission), {
        ...turnOf(sent.submission),
        taken: null,
        last: { uploadId, name, at: sentAt },
      });
    },
    async giveTurnBack(submission, number) {
      const turn = turnOf(submission);
      if (turn.number === number) turns.set(nameOf(submission), { ...turn, taken: null });
    },
    async sent(uploadId) {
      return structuredClone(sents.get(uploadId) ?? null);
    },
    async request(sub, key) {
      return structuredClone(requests.get(JSON.stringify([sub, key])) ?? null);
    },
    async keepRequest(request) {
      const name = JSON.stringify([request.sub, request.key]);
      if (!requests.has(name)) requests.set(name, structuredClone(request));
    },
    async receiptCode(uploadId) {
      return codes.get(uploadId) ?? null;
    },
    async makeReceiptCode(uploadId, offered) {
      if (!codes.has(uploadId)) codes.set(uploadId, offered);
      return codes.get(uploadId) ?? offered;
    },
  };
}
