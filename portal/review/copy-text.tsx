import { Button } from 'antd';
import { useState } from 'react';
import { useLanguage } from '../language.tsx';
import { BOARD_WORDS } from './review-words.ts';

/** A text to be taken elsewhere, and putting it into the clipboard. */
export function CopyText({ text }: { readonly text: string }) {
  const { say } = useLanguage();
  const [isThere, setThere] = useState<boolean | null>(null);
  const copy = async (): Promise<void> => {
    // Browsers have no clipboard for pages without TLS.
    const done = await Promise.resolve()
      .then(() => navigator.clipboard.writeText(text))
      .then(
        () => true,
        () => false,
      );
    setThere(done);
  };
  return (
    <div className="reminder">
      <Button onClick={copy}>{say(BOARD_WORDS.copy)}</Button>
      {isThere !== null && (
        <p role="status">{say(isThere ? BOARD_WORDS.copied : BOARD_WORDS.copyByHand)}</p>
      )}
      <textarea
        readOnly
        aria-label={say(BOARD_WORDS.reminder)}
        rows={6}
        value={text}
        onFocus={({ target }) => target.select()}
      />
    </div>
  );
}
