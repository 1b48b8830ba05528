import type { ReactNode } from 'react';

/** A line of figures under its name. */
export interface SumRow {
  readonly key: string;
  readonly name: ReactNode;
  readonly cells: readonly ReactNode[];
  /** Part of the line above. */
  readonly isBelow?: boolean;
}

interface TableProps {
  readonly caption: string;
  /** The first of them above the names. */
  readonly titles: readonly string[];
  readonly rows: readonly SumRow[];
}

/** Figures in lines; on a phone each line is a card. */
export function SumTable({ caption, titles, rows }: TableProps) {
  return (
    <table className="revisions history-table sum-table">
      <caption className="heard">{caption}</caption>
      <thead>
        <tr>
          {titles.map((title) => (
            <th key={title} scope="col">
              {title}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {rows.map(({ key, name, cells, isBelow }) => (
          <tr key={key} className={isBelow ? 'below' : undefined}>
            <th scope="row">{name}</th>
            {titles.slice(1).map((title, index) => (
              <td key={title} data-label={title}>
                {cells[index]}
              </td>
            ))}
          </tr>
        ))}
      </tbody>
    </table>
  );
}
