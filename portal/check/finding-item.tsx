import { Button, Input } from 'antd';
import { useState } from 'react';
import { useLanguage } from '../language.tsx';
import { MarkTag } from '../table/mark.tsx';
import { nameOfMark } from '../table/places.ts';
import type { TableDesk } from '../table/table-desk.ts';
import { filled, TABLE_WORDS } from '../words.ts';
import type { ShownLine } from './checked.ts';
import { withExplanation } from './mends.ts';
import type { Check } from './use-check.ts';

interface ItemProps {
  readonly line: ShownLine;
  readonly check: Check;
  readonly desk: TableDesk | null;
}

/** A line of the list: what is wrong, the way to its cells, what should stand there, an explanation. */
export function FindingItem({ line, check, desk }: ItemProps) {
  const { say } = useLanguage();
  const cells = desk === null ? [] : cellsOf(line, desk);
  const [next, setNext] = useState(0);
  const lead = (): void => {
    const key = cells[next % cells.length];
    if (desk === null || key === undefined) return;
    desk.call(key);
    setNext((next + 1) % cells.length);
  };
  const head = (
    <>
      <MarkTag mark={nameOfMark(line)} />
      {line.serials !== '' && line.findings.length === 1 && (
        <span className="serials">{say(filled(TABLE_WORDS.serial, { serial: line.serials }))}</span>
      )}
      <span className="message">{say(line.message)}</span>
    </>
  );
  return (
    <li className={nameOfMark(line)}>
      {cells.length === 0 ? (
        <div className="line">{head}</div>
      ) : (
        <button type="button" className="line" onClick={lead}>
          {head}
          <span className="lead">
            {cells.length === 1
              ? say(filled(TABLE_WORDS.goTo, { cell: cells[0] ?? '' }))
              : say(
                  filled(TABLE_WORDS.next, { at: (next % cells.length) + 1, count: cells.length }),
                )}
          </span>
        </button>
      )}
      {line.readings !== undefined && <p className="readings">{say(line.readings)}</p>}
      <div className="actions">
        {desk !== null && <TakeSuggestions line={line} desk={desk} />}
        {desk !== null && <ExplainLine line={line} check={check} />}
      </div>
    </li>
  );
}

/** The keys of the cells that a line's findings are shown in, each once. */
const cellsOf = (line: ShownLine, desk: TableDesk): readonly string[] => [
  ...new Set(
    line.findings.flatMap((index) => {
      const finding = desk.checked.findings[index];
      return (finding && desk.keyOfFinding(finding)) ?? [];
    }),
  ),
];

function TakeSuggestions({ line, desk }: { readonly line: ShownLine; readonly desk: TableDesk }) {
  const { say } = useLanguage();
  const suggested = line.findings.flatMap((index) => {
    const { at, suggestion } = desk.checked.findings[index] ?? {};
    const cell = at?.cell ?? null;
    return cell === null || suggestion === undefined || !desk.places.has(cell)
      ? []
      : [[cell, suggestion] as const];
  });
  const [first] = suggested;
  if (first === undefined) return null;
  return (
    <Button size="small" onClick={() => desk.type(Object.fromEntries(suggested))}>
      {suggested.length === 1
        ? say(filled(TABLE_WORDS.take, { value: first[1] }))
        : say(filled(TABLE_WORDS.takeAll, { count: suggested.length }))}
    </Button>
  );
}

/** Warnings and what is to be signed off are explained; errors are mended, hints need nothing. */
function ExplainLine({ line, check }: { readonly line: ShownLine; readonly check: Check }) {
  const { say } = useLanguage();
  const [draft, setDraft] = useState<string | null>(null);
  const explanation = line.explanation ?? '';
  if (line.section === 'must' || (line.section === 'reference' && explanation === '')) return null;
  if (draft === null) {
    return (
      <>
        {explanation !== '' && (
          <p className="explanation">
            {say(TABLE_WORDS.explanation)}：{explanation}
          </p>
        )}
        <Button size="small" type="text" onClick={() => setDraft(explanation)}>
          {say(TABLE_WORDS.explain)}
        </Button>
      </>
    );
  }
  const save = (): void => {
    const { mends } = check.state;
    check.mend(withExplanation(mends, { ...aboutLine(line), text: draft.trim() }));
    setDraft(null);
  };
  return (
    <div className="explain">
      <Input.TextArea
        aria-label={say(TABLE_WORDS.explanation)}
        autoFocus
        autoSize={{ minRows: 2, maxRows: 6 }}
        value={draft}
        onChange={({ target }) => setDraft(target.value)}
        onKeyDown={({ key }) => key === 'Escape' && setDraft(null)}
      />
      <Button size="small" type="primary" onClick={save}>
        {say(TABLE_WORDS.save)}
      </Button>
      <Button size="small" onClick={() => setDraft(null)}>
        {say(TABLE_WORDS.abandon)}
      </Button>
    </div>
  );
}

/** What an explanation of a line is known by: as the issue list of a feedback workbook keeps it. */
function aboutLine({ rule, group, at, findings }: ShownLine) {
  const isOne = findings.length === 1;
  return {
    rule,
    group,
    field: (isOne && at.field) || '',
    serial: (isOne && at.serial) || '',
    project: (isOne && at.project) || '',
  };
}
