import { memo } from 'react';
import type { TableView } from '../check/table-view.ts';
import { useLanguage } from '../language.tsx';
import { FROZEN_COLUMNS, frozenOffsets, tableWidth, widthOf } from './column-widths.ts';

/** The official header with its levels, as merged cells. */
export const GridHead = memo(function GridHead({ table }: { readonly table: TableView }) {
  const { say } = useLanguage();
  const left = frozenOffsets(table.columns);
  return (
    <>
      <colgroup>
        {table.columns.map((column) => (
          <col
            key={column.field}
            style={{
              '--width': `${widthOf(column)}px`,
              '--share': `${(100 * widthOf(column)) / tableWidth(table.columns)}%`,
            }}
          />
        ))}
      </colgroup>
      <thead>
        {Array.from({ length: table.headerRows }, (_, row) => (
          <tr key={row}>
            {table.header
              .filter((cell) => cell.row === row)
              .map((cell) => (
                <th
                  key={cell.column}
                  scope={cell.columnSpan > 1 ? 'colgroup' : 'col'}
                  rowSpan={cell.rowSpan}
                  colSpan={cell.columnSpan}
                  className={cell.column < FROZEN_COLUMNS ? 'frozen' : undefined}
                  style={
                    cell.column < FROZEN_COLUMNS
                      ? { '--left': `${left[cell.column]}px` }
                      : undefined
                  }
                >
                  {say(cell.title)}
                </th>
              ))}
          </tr>
        ))}
      </thead>
    </>
  );
});
