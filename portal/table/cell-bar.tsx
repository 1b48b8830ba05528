import { Button, Input } from 'antd';
import { useState } from 'react';
import { useLanguage } from '../language.tsx';
import { filled, TABLE_WORDS } from '../words.ts';
import { MarkTag } from './mark.tsx';
import { nameOfMark } from './places.ts';
import type { ChosenCell, TableDesk } from './table-desk.ts';

interface BarProps {
  readonly desk: TableDesk;
}

/** What stands in the chosen cell and what is wrong with it: like the formula bar of a spreadsheet. */
export function CellBar({ desk }: BarProps) {
  const { say } = useLanguage();
  const { chosen } = desk;
  if (chosen === null) {
    return <p className="cell-bar empty">{say(TABLE_WORDS.nothingSelected)}</p>;
  }
  return (
    <section className="cell-bar" aria-label={say(TABLE_WORDS.change)}>
      <CellName chosen={chosen} />
      {chosen.cell.cell === null ? (
        <p>{say(TABLE_WORDS.readOnly)}</p>
      ) : (
        <CellEditor
          // The draft belongs to this text of this cell.
          key={`${chosen.key} ${chosen.cell.text}`}
          address={chosen.cell.cell}
          text={chosen.cell.text}
          desk={desk}
        />
      )}
      <CellFindings chosen={chosen} desk={desk} />
    </section>
  );
}

function CellName({ chosen: { cell, line, column } }: { readonly chosen: ChosenCell }) {
  const { say } = useLanguage();
  const serial = line?.cells[0]?.text ?? '';
  return (
    <p className="cell-name">
      <b>{cell.cell ?? '—'}</b>
      {column !== null && <span>{say(column.title)}</span>}
      {line !== null && (
        <span>
          {say(
            serial === ''
              ? filled(TABLE_WORDS.row, { row: line.number })
              : filled(TABLE_WORDS.serial, { serial }),
          )}
        </span>
      )}
    </p>
  );
}

interface EditorProps extends BarProps {
  readonly address: string;
  readonly text: string;
}

function CellEditor({ address, text, desk }: EditorProps) {
  const { say } = useLanguage();
  const [draft, setDraft] = useState(text);
  const commit = (): void => {
    if (draft !== text) desk.type({ [address]: draft });
    desk.call(address);
  };
  return (
    <div className="cell-editor">
      <Input.TextArea
        aria-label={say(filled(TABLE_WORDS.cellText, { cell: address }))}
        value={draft}
        autoSize={{ minRows: 1, maxRows: 5 }}
        onChange={({ target }) => setDraft(target.value)}
        onKeyDown={(event) => {
          // As in a spreadsheet: Enter takes over, Alt+Enter breaks the line, Escape leaves.
          if (event.nativeEvent.isComposing) return;
          if (event.key === 'Escape') {
            setDraft(text);
            desk.call(address);
          } else if (event.key === 'Enter' && !event.altKey && !event.shiftKey) {
            event.preventDefault();
            commit();
          } else if (event.key === 'Enter' && event.altKey) {
            const field = event.currentTarget;
            field.setRangeText('\n', field.selectionStart, field.selectionEnd, 'end');
            setDraft(field.value);
          }
        }}
      />
      <Button type="primary" disabled={draft === text} onClick={commit}>
        {say(TABLE_WORDS.change)}
      </Button>
    </div>
  );
}

function CellFindings({ chosen, desk }: { readonly chosen: ChosenCell; readonly desk: TableDesk }) {
  const { say } = useLanguage();
  const { cell } = chosen;
  return (
    <ul className="cell-findings">
      {chosen.findings.map((finding) => (
        <li key={`${finding.rule} ${finding.group} ${finding.message.zh}`}>
          <MarkTag mark={nameOfMark(finding)} />
          <span>{say(finding.message)}</span>
          {finding.suggestion !== undefined &&
            finding.at.cell === cell.cell &&
            finding.suggestion !== cell.text &&
            cell.cell !== null && (
              <Button
                size="small"
                onClick={() => desk.type({ [cell.cell ?? '']: finding.suggestion ?? '' })}
              >
                {say(filled(TABLE_WORDS.take, { value: finding.suggestion }))}
              </Button>
            )}
        </li>
      ))}
    </ul>
  );
}
