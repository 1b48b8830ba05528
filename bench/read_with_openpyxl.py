"""Measures openpyxl on one file in this fresh process: read_with_openpyxl.py FILE SECONDS.

Prints the same JSON as read-once.ts does.
"""

import json
import resource
import statistics
import sys
import time

path, seconds = sys.argv[1], float(sys.argv[2])
start = time.perf_counter()
from openpyxl import load_workbook  # noqa: E402

loaded = time.perf_counter() - start


def peak():
    """MiB of memory this process held at most so far."""
    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024


def read():
    begin = time.perf_counter()
    book = load_workbook(path, read_only=True, data_only=True)
    rows = sum(1 for _ in book.worksheets[0].iter_rows(values_only=True))
    book.close()
    return rows, (time.perf_counter() - begin) * 1000


rows, first = read()
peak_first = peak()
warm = []
end = time.perf_counter() + seconds
while not warm or (len(warm) < 40 and time.perf_counter() < end):
    warm.append(read()[1])
print(
    json.dumps(
        {
            "load": loaded * 1000,
            "first": first,
            "warm": statistics.median_high(warm),
            "runs": len(warm),
            "rows": rows,
            "peakFirst": peak_first,
            "peakWarm": peak(),
        }
    )
)
