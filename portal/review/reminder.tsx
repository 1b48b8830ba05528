import { Button } from 'antd';
import { useState } from 'react';
import type { Board } from '../../functions/api/review-schemas.ts';
import { dayInChina } from '../../shared/severity.ts';
import { useLanguage } from '../language.tsx';
import { filled } from '../words.ts';
import { reminderText } from './reminder-text.ts';
import { BOARD_WORDS } from './review-words.ts';

/** Puts a reminder for all who are still to send into the clipboard, and shows it. */
export function Reminder({ board }: { readonly board: Board }) {
  const { say } = useLanguage();
  const [copied, setCopied] = useState<{ text: string; isThere: boolean } | null>(null);
  const { open } = board.counts;
  if (open === 0) return null;
  const copy = async (): Promise<void> => {
    const text = reminderText(board, dayInChina(new Date().toISOString()));
    // Browsers have no clipboard for pages without TLS.
    const isThere = await Promise.resolve()
      .then(() => navigator.clipboard.writeText(text))
      .then(
        () => true,
        () => false,
      );
    setCopied({ text, isThere });
  };
  return (
    <div className="reminder">
      <Button onClick={copy}>{say(filled(BOARD_WORDS.remind, { count: open }))}</Button>
      {copied !== null && (
        <>
          <p role="status">{say(copied.isThere ? BOARD_WORDS.copied : BOARD_WORDS.copyByHand)}</p>
          <textarea
            readOnly
            aria-label={say(BOARD_WORDS.reminder)}
            rows={6}
            value={copied.text}
            onFocus={({ target }) => target.select()}
          />
        </>
      )}
    </div>
  );
}
