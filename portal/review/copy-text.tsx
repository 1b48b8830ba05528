import { Button } from 'antd';
import { useLanguage } from '../language.tsx';
import { BOARD_WORDS } from './review-words.ts';
import { type Clipboard, useClipboard } from './use-clipboard.ts';

/** A text to be taken elsewhere, and putting it into the clipboard. */
export function CopyText({ text }: { readonly text: string }) {
  const { say } = useLanguage();
  const clipboard = useClipboard();
  return (
    <div className="reminder">
      <Button onClick={() => clipboard.copy(text)}>{say(BOARD_WORDS.copy)}</Button>
      <CopiedText text={text} isThere={clipboard.isThere} />
    </div>
  );
}

/** A text that was copied, or is to be copied by hand. */
export function CopiedText({
  text,
  isThere,
}: Pick<Clipboard, 'isThere'> & { readonly text: string }) {
  const { say } = useLanguage();
  return (
    <>
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
    </>
  );
}
