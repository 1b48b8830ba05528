"""Writes a workbook again with openpyxl: write_with_openpyxl.py IN.xlsx OUT.xlsx [--rows].

With --rows row by row in write-only mode, which keeps values and number formats and nothing else but
the merged cells.
"""

import sys

from openpyxl import Workbook, load_workbook
from openpyxl.cell import WriteOnlyCell


def copy_rows(source):
    target = Workbook(write_only=True)
    for sheet in source.worksheets:
        copy = target.create_sheet(sheet.title)
        for row in sheet.iter_rows():
            cells = []
            for cell in row:
                written = WriteOnlyCell(copy, value=cell.value)
                written.number_format = cell.number_format
                cells.append(written)
            copy.append(cells)
        for merged in sheet.merged_cells.ranges:
            copy.merged_cells.ranges.add(merged)
    return target


source = load_workbook(sys.argv[1])
(copy_rows(source) if "--rows" in sys.argv else source).save(sys.argv[2])
