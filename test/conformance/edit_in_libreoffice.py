"""Opens a workbook in LibreOffice, does to its first sheet what a clerk does, and saves it.

Takes a JSON file {"workbook", "profile", "edits", "saves": [{"file", "filter"}]}. An edit is one of
["set", cell, value], ["insert", row], ["delete", row], ["copy", range, cell],
["sort", range, column from 0, descending], ["height", row, hundredths of a millimetre].
"""

import json
import pathlib
import subprocess
import sys
import time

import uno
from com.sun.star.beans import PropertyValue
from com.sun.star.connection import NoConnectException
from com.sun.star.table import TableSortField

PATIENCE_SECONDS = 90


def prop(name, value):
    made = PropertyValue()
    made.Name = name
    made.Value = value
    return made


def connect(pipe):
    local = uno.getComponentContext()
    resolver = local.ServiceManager.createInstanceWithContext(
        "com.sun.star.bridge.UnoUrlResolver", local
    )
    deadline = time.monotonic() + PATIENCE_SECONDS
    while True:
        try:
            return resolver.resolve(f"uno:pipe,name={pipe};urp;StarOffice.ComponentContext")
        except NoConnectException:
            if time.monotonic() > deadline:
                raise
            time.sleep(0.1)


def edit(sheet, kind, *args):
    if kind == "set":
        cell, value = args
        target = sheet.getCellRangeByName(cell)
        if isinstance(value, str):
            target.setString(value)
        else:
            target.setValue(value)
    elif kind == "insert":
        sheet.Rows.insertByIndex(args[0] - 1, 1)
    elif kind == "delete":
        sheet.Rows.removeByIndex(args[0] - 1, 1)
    elif kind == "copy":
        source, to = args
        sheet.copyRange(
            sheet.getCellRangeByName(to).CellAddress,
            sheet.getCellRangeByName(source).RangeAddress,
        )
    elif kind == "sort":
        cells, column, descending = args
        field = TableSortField()
        field.Field = column
        field.IsAscending = not descending
        fields = uno.Any("[]com.sun.star.table.TableSortField", (field,))
        target = sheet.getCellRangeByName(cells)
        uno.invoke(
            target,
            "sort",
            ((prop("SortFields", fields), prop("ContainsHeader", False)),),
        )
    elif kind == "height":
        sheet.Rows.getByIndex(args[0] - 1).Height = args[1]
    else:
        raise ValueError(f"no edit {kind}")


def main(job):
    pipe = f"jixiao{time.monotonic_ns()}"
    office = subprocess.Popen(
        [
            "soffice",
            f"-env:UserInstallation={job['profile']}",
            "--headless",
            "--norestore",
            f"--accept=pipe,name={pipe};urp;",
        ]
    )
    try:
        context = connect(pipe)
        desktop = context.ServiceManager.createInstanceWithContext(
            "com.sun.star.frame.Desktop", context
        )
        document = desktop.loadComponentFromURL(
            job["workbook"], "_blank", 0, (prop("Hidden", True),)
        )
        sheet = document.Sheets.getByIndex(0)
        for step in job["edits"]:
            edit(sheet, *step)
        document.calculateAll()
        for save in job["saves"]:
            document.storeToURL(save["file"], (prop("FilterName", save["filter"]),))
        document.close(True)
        try:
            desktop.terminate()
        except Exception:  # The bridge breaks while it says goodbye.
            pass
        office.wait(PATIENCE_SECONDS)
    finally:
        if office.poll() is None:
            office.kill()


main(json.loads(pathlib.Path(sys.argv[1]).read_text(encoding="utf-8")))
