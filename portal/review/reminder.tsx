import { Button } from 'antd';
import { useState } from 'react';
import type { Board } from '../../functions/api/review-schemas.ts';
import { dayInChina } from '../../shared/severity.ts';
import { useLanguage } from '../language.tsx';
import { filled } from '../words.ts';
import { CopiedText } from './copy-text.tsx';
import { reminderText } from './reminder-text.ts';
import { BOARD_WORDS } from './review-words.ts';
import { useClipboard } from './use-clipboard.ts';

/** Puts a reminder for all who are still to send into the clipboard, and shows it. */
export function Reminder({ board }: { readonly board: Board }) {
  const { say } = useLanguage();
  const clipboard = useClipboard();
  const [text, setText] = useState<string | null>(null);
  const { open } = board.counts;
  if (open === 0) return null;
  const copy = async (): Promise<void> => {
    const next = reminderText(board, dayInChina(new Date().toISOString()));
    await clipboard.copy(next);
    setText(next);
  };
  return (
    <div className="reminder">
      <Button onClick={copy}>{say(filled(BOARD_WORDS.remind, { count: open }))}</Button>
      {text !== null && <CopiedText text={text} isThere={clipboard.isThere} />}
    </div>
  );
}
