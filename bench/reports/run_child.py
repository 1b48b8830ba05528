"""Runs a command and tells as JSON its seconds and the MiB its largest process held: run_child.py COMMAND…"""

import json
import resource
import subprocess
import sys
import time

start = time.perf_counter()
done = subprocess.run(
    sys.argv[1:], stdout=subprocess.DEVNULL, stderr=subprocess.PIPE, timeout=900, check=False
)
seconds = time.perf_counter() - start
if done.returncode != 0:
    sys.exit(done.stderr.decode(errors="replace")[-2000:])
peak = resource.getrusage(resource.RUSAGE_CHILDREN).ru_maxrss / 1024
print(json.dumps({"seconds": seconds, "peakMiB": peak}))
