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
}

/** Where a file is dropped or chosen. */
export function DropZone({ onFile, isDisabled = false }: DropProps) {
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
        <span className="drop-words">{say(CHECK_WORDS.drop)}</span>
        <FileButton onFile={onFile} isDisabled={isDisabled} isMain />
      </p>
      <p className="formats">{say(CHECK_WORDS.formats)}</p>
    </div>
  );
}

/** A button that opens the file dialog. */
export function FileButton({
  onFile,
  isDisabled = false,
  isMain,
  label = isMain ? CHECK_WORDS.choose : CHECK_WORDS.another,
}: DropProps & { readonly isMain?: boolean; readonly label?: Text }) {
  const { say } = useLanguage();
  const input = useRef<HTMLInputElement>(null);
  return (
    <>
      <input
        ref={input}
        className="file-input"
        type="file"
        accept={ACCEPTED}
        aria-label={say(CHECK_WORDS.choose)}
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
        {say(label)}
      </Button>
    </>
  );
}
