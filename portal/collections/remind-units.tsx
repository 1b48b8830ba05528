import { Button } from 'antd';
import { useState } from 'react';
import type { Board, BoardLine } from '../../functions/api/review-schemas.ts';
import { dayInChina } from '../../shared/severity.ts';
import { useLanguage } from '../language.tsx';
import { CopyText } from '../review/copy-text.tsx';
import { reminderText } from '../review/reminder-text.ts';
import { useSession } from '../session/session.tsx';
import { filled } from '../words.ts';
import { COLLECTION_WORDS } from './collection-words.ts';
import type { Settling } from './use-settling.ts';

interface RemindProps {
  readonly board: Board;
  readonly lines: readonly BoardLine[];
  readonly settling: Settling;
}

/** Reminds those of the chosen units that are still to send, and gives the text with their phones. */
export function RemindUnits({ board, lines, settling }: RemindProps) {
  const { say } = useLanguage();
  const { api } = useSession();
  const [text, setText] = useState<string | null>(null);
  const open = lines.filter(({ isOpen }) => isOpen);
  if (open.length === 0) return null;
  const remind = async (): Promise<void> => {
    const units = open.map(({ unit }) => unit.code);
    if (!(await settling.settle({ kind: 'remind', units }))) return;
    // The reminder is sent; the text without phones is better than none.
    const register = await api.register().catch(() => null);
    const known = new Map((register?.units ?? []).map((unit) => [unit.code, unit]));
    setText(reminderText(board, dayInChina(new Date().toISOString()), open, known));
  };
  return (
    <>
      <Button type="primary" disabled={settling.isBusy} onClick={remind}>
        {say(filled(COLLECTION_WORDS.remind, { count: open.length }))}
      </Button>
      {text !== null && <CopyText text={text} />}
    </>
  );
}
