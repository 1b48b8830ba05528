import { Button } from 'antd';
import { useRef, useState } from 'react';
import { useLocation } from 'wouter';
import type { RevisionList } from '../../functions/api/schemas.ts';
import { MAX_FILE_BYTES } from '../../shared/cells/limits.ts';
import { ApiProblem } from '../api-request.ts';
import type { CheckState } from '../check/check-state.ts';
import type { Checked } from '../check/checked.ts';
import { fileNow } from '../check/file-now.ts';
import { isUnchanged } from '../check/mends.ts';
import type { Check } from '../check/use-check.ts';
import { useLanguage } from '../language.tsx';
import { SEND_WORDS } from '../send-words.ts';
import { useSession } from '../session/session.tsx';
import { randomKey } from './random-key.ts';
import { useSendQuestions } from './send-questions.tsx';

interface ButtonProps {
  readonly check: Check;
  readonly checked: Checked;
  readonly before: RevisionList;
  readonly onProblem: (problem: unknown) => void;
}

/** A file ready to be sent, and the key that all tries of it share. */
interface Parcel {
  readonly of: Pick<CheckState, 'chosen' | 'mends'>;
  readonly file: File;
  readonly key: string;
}

/** Sends the file, or the mended table in its place, once; then shows how far it is. */
export function SendButton({ check, checked, before, onProblem }: ButtonProps) {
  const { say } = useLanguage();
  const { api } = useSession();
  const [, go] = useLocation();
  const ask = useSendQuestions(checked);
  const parcel = useRef<Parcel | null>(null);
  const basedOn = useRef(before.basedOn);
  const [isBusy, setBusy] = useState(false);
  // A second click comes before anything is painted.
  const isAtIt = useRef(false);

  const deliver = async (): Promise<void> => {
    parcel.current = await packed(check, parcel.current);
    if (parcel.current === null) return;
    const { file, key } = parcel.current;
    try {
      const { period, unit } = before;
      const sent = await api.send({
        ...{ period, unit: unit.code, file, idempotencyKey: key },
        basedOn: basedOn.current,
      });
      // Sent is done with: whoever comes back begins anew.
      check.close();
      go(`/uploads/${sent.id}`);
    } catch (error) {
      const last = error instanceof ApiProblem ? error.document.last : undefined;
      if (last === undefined) throw error;
      const answer = await ask.override(last.sender, last.at);
      if (answer === 'stay') return;
      if (answer === 'look') return go(`/history/${before.period}/${before.unit.code}`);
      basedOn.current = last.basedOn;
      await deliver();
    }
  };
  const send = async (): Promise<void> => {
    if (isAtIt.current) return;
    isAtIt.current = true;
    onProblem(null);
    try {
      if (!(await ask.sendAnyway())) return;
      setBusy(true);
      await deliver();
    } catch (error) {
      onProblem(error);
    } finally {
      isAtIt.current = false;
      setBusy(false);
    }
  };
  // It would be refused; why stands among the findings.
  if ((check.state.chosen?.file.size ?? 0) > MAX_FILE_BYTES) return null;
  const name = isUnchanged(check.state.mends) ? SEND_WORDS.sendNow : SEND_WORDS.sendMended;
  return (
    <Button type="primary" loading={isBusy} onClick={send}>
      {say(isBusy ? SEND_WORDS.sending : name)}
    </Button>
  );
}

/** The same parcel for the same file with the same changes: a second try is no second return. */
async function packed(check: Check, last: Parcel | null): Promise<Parcel | null> {
  const { chosen, mends } = check.state;
  if (chosen === null) return null;
  if (last?.of.chosen === chosen && last.of.mends === mends) return last;
  const of = { chosen, mends };
  const file = await fileNow(check);
  return file && { of, file, key: randomKey() };
}
