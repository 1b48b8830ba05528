"""moto on a free port of 127.0.0.1, which it prints, answering one request at a time.

Its own `moto_server` answers in threads without locks: two conditional puts of the same key at once
may both succeed, which no DynamoDB allows.
"""

from moto.moto_server.werkzeug_app import (
    DomainDispatcherApplication,
    MotoRequestHandler,
    create_backend_app,
)
from werkzeug.serving import run_simple

run_simple(
    "127.0.0.1",
    0,
    DomainDispatcherApplication(create_backend_app),
    threaded=False,
    request_handler=MotoRequestHandler,
)
