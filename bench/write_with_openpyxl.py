"""Writes the detail rows of a period with openpyxl, write-only: write_with_openpyxl.py SUBMISSIONS.

Reads the rows of one submission from standard input as JSON and prints what it took as JSON. Only
values: no styles, formulas, links or other sheets.
"""

import json
import os
import resource
import sys
import tempfile
import time

submissions = int(sys.argv[1])
rows = json.load(sys.stdin)
from openpyxl import Workbook  # noqa: E402

start = time.perf_counter()
book = Workbook(write_only=True)
sheet = book.create_sheet("details")
for submission in range(submissions):
    for row in rows:
        sheet.append([f"{submission + 1}", *row])
with tempfile.NamedTemporaryFile(suffix=".xlsx") as file:
    book.save(file.name)
    size = os.path.getsize(file.name)
print(
    json.dumps(
        {
            "seconds": time.perf_counter() - start,
            "peakMiB": resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024,
            "runs": 1,
            "files": 1,
            "bytes": size,
        }
    )
)
