import type { ViewLine } from '../check/table-view.ts';
import { useLanguage } from '../language.tsx';
import { filled, TABLE_WORDS } from '../words.ts';
import { CornerMark } from './mark.tsx';
import { keyOf, markOf } from './places.ts';
import type { ShownDesk } from './table-desk.ts';

interface CardsProps {
  readonly desk: ShownDesk;
}

/** On a phone: a card a project, with the cells that something is wrong with; the others fold out. */
export function ProjectCards({ desk }: CardsProps) {
  return (
    <div className="cards">
      {desk.table.lines.map((line, place) =>
        line.kind === 'project' ? (
          <ProjectCard key={line.number} line={line} place={place} desk={desk} />
        ) : null,
      )}
    </div>
  );
}

interface CardProps extends CardsProps {
  readonly line: ViewLine;
  readonly place: number;
}

function ProjectCard({ line, place, desk }: CardProps) {
  const { say } = useLanguage();
  const { columns } = desk.table;
  const textAt = (field: string): string =>
    line.cells[columns.findIndex((column) => column.field === field)]?.text ?? '';
  const serial = textAt('serial');
  const all = line.cells.map((cell, column) => ({ key: keyOf(cell, place, column), column }));
  const marked = all.filter(({ key }) => desk.findings.has(key));
  const fields = (shown: typeof all) =>
    shown.map(({ key, column }) => (
      <CardField key={key} id={key} line={line} column={column} desk={desk} />
    ));
  return (
    <article className={line.isSought ? 'card sought' : 'card'}>
      <h3>
        {serial === ''
          ? say(filled(TABLE_WORDS.row, { row: line.number }))
          : say(filled(TABLE_WORDS.serial, { serial }))}{' '}
        {textAt('projectName')}
      </h3>
      {marked.length === 0 ? (
        <p className="nothing">{say(TABLE_WORDS.noProblem)}</p>
      ) : (
        fields(marked)
      )}
      <details>
        <summary>{say(filled(TABLE_WORDS.allColumns, { count: all.length }))}</summary>
        {fields(all.filter(({ key }) => !desk.findings.has(key)))}
      </details>
    </article>
  );
}

interface FieldProps extends CardsProps {
  readonly id: string;
  readonly line: ViewLine;
  readonly column: number;
}

function CardField({ id, line, column, desk }: FieldProps) {
  const { say } = useLanguage();
  const cell = line.cells[column];
  const title = desk.table.columns[column]?.title;
  if (cell === undefined || title === undefined) return null;
  const findings = (desk.findings.get(id) ?? []).flatMap(
    (index) => desk.checked.findings[index] ?? [],
  );
  const mark = markOf(findings);
  return (
    <button
      type="button"
      data-key={id}
      className={`field ${mark ?? ''}`}
      aria-pressed={desk.chosen?.key === id}
      onClick={() => desk.edit(id)}
    >
      <span className="label">{say(title)}</span>
      <span className="value">{cell.text === '' ? '—' : cell.text}</span>
      {mark !== undefined && <CornerMark mark={mark} />}
      {findings.map(({ message }) => (
        <span className="message" key={message.zh}>
          {say(message)}
        </span>
      ))}
    </button>
  );
}
