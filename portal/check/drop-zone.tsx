import { Button } from 'antd';
import { type DragEvent, useRef, useState } from 'react';
import type { Text } from '../../shared/locale.ts';
import { useLanguage } from '../language.tsx';
import { CHECK_WORDS } from '../words.ts';

/** Told by content, whatever the name; this only sorts the file dialog. */
const ACCEPTED = '.xlsx,.xls,.et,.xlsb,.xlsm,.ods,.csv,.tsv';

interface DropProps {
  readonly onFile: (file: File) => void;
  readonly isDisabled?: boolean;
  /** Files that the dialog offers; tables by default. */
  readonly accept?: string;
}

interface ZoneProps extends DropProps {
  readonly words?: Text;
  /** What can be put here. */
  readonly formats?: Text;
}

/** Where a file is dropped or chosen. */
export function DropZone({
  onFile,
  isDisabled = false,
  accept = ACCEPTED,
  words = CHECK_WORDS.drop,
  formats = CHECK_WORDS.formats,
}: ZoneProps) {
  const { say } = useLanguage();
  const [isOver, setOver] = useState(false);
  const drop = (event: DragEvent): void => {
    event.preventDefault();
    setOver(false);
    const [file] = event.dataTransfer.files;
    if (file !== undefined && !isDisabled) onFile(file);
  };
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: the button inside does the same by keyboard
    <div
      className={isOver ? 'drop over' : 'drop'}
      onDragOver={(event) => {
        event.preventDefault();
        setOver(true);
      }}
      onDragLeave={() => setOver(false)}
      onDrop={drop}
    >
      <p>
        <span className="drop-words">{say(words)}</span>
        <FileButton onFile={onFile} isDisabled={isDisabled} accept={accept} isMain />
      </p>
      <p className="formats">{say(formats)}</p>
    </div>
  );
}

/** A button that opens the file dialog. */
export function FileButton({
  onFile,
  isDisabled = false,
  accept = ACCEPTED,
  isMain,
  name = isMain ? CHECK_WORDS.choose : CHECK_WORDS.another,
}: DropProps & { readonly isMain?: boolean; readonly name?: Text }) {
  const { say } = useLanguage();
  const input = useRef<HTMLInputElement>(null);
  return (
    <>
      <input
        ref={input}
        className="file-input"
        type="file"
        accept={accept}
        aria-label={say(name)}
        tabIndex={-1}
        disabled={isDisabled}
        onChange={({ target }) => {
          const file = target.files?.[0];
          // The same file may be chosen again after it was saved anew.
          target.value = '';
          if (file !== undefined) onFile(file);
        }}
      />
      <Button
        type={isMain ? 'primary' : 'default'}
        disabled={isDisabled}
        onClick={() => input.current?.click()}
      >
        {say(name)}
      </Button>
    </>
  );
}
