import { useState } from 'react';

/** Puts texts into the clipboard. */
export interface Clipboard {
  /** Whether the last text is there; null before any was. */
  readonly isThere: boolean | null;
  readonly copy: (text: string) => Promise<void>;
}

/** Browsers have no clipboard for pages without TLS: then people copy by hand. */
export function useClipboard(): Clipboard {
  const [isThere, setThere] = useState<boolean | null>(null);
  const copy = async (text: string): Promise<void> => {
    const done = await Promise.resolve()
      .then(() => navigator.clipboard.writeText(text))
      .then(
        () => true,
        () => false,
      );
    setThere(done);
  };
  return { isThere, copy };
}
