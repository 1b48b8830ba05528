"""Prints a table as its users would with typst: print_with_typst.py TEMPLATE DATA.json FONTS OUT.pdf."""

import sys
from pathlib import Path

import typst

template, data, fonts, out = sys.argv[1:]
compiled = typst.compile(
    template,
    font_paths=[fonts],
    root="/",
    sys_inputs={"data": str(Path(data).resolve())},
)
Path(out).write_bytes(compiled)
