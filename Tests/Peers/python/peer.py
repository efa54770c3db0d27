"""What the Python peers share: the command line, the policy, who is authorized, and the sockets.

    server.py --policy FILE [--port N] [--auth outside] [--regex unanchored] [--style NAME]

FILE is a corspec policy. With --auth outside, authentication stands before the CORS layer in place of within the route;
with --regex unanchored, the policy's regex is handed on as it is written, in place of one for the whole origin; --style
chooses, where a library has two ways of writing a setting, the other one.
"""

import argparse
import pathlib
import socket

from policy import Policy, emitted_module

REALM = "Bearer"
FAILURE = "this route fails"


def parse(styles=()):
    """The command line; its policy is read, from a file whose path is in file."""
    parser = argparse.ArgumentParser()
    parser.add_argument("--policy", required=True, type=pathlib.Path)
    parser.add_argument("--port", type=int, default=0)
    parser.add_argument("--auth", choices=["inside", "outside"], default="inside")
    parser.add_argument("--regex", choices=["anchored", "unanchored"], default="anchored")
    parser.add_argument("--style", choices=styles)
    arguments = parser.parse_args()
    arguments.file = arguments.policy
    arguments.policy = Policy.read(arguments.file)
    return arguments


def is_authorized(authorization, cookies):
    """Whether a request with this Authorization value and these cookies may read /protected."""
    return authorization == "Bearer good" or cookies.get("session") == "good"


def listening(port):
    """A socket that listens on 127.0.0.1."""
    # Named in full, TCP sends what it has at once: asyncio turns its waiting off for such sockets alone.
    listener = socket.socket(proto=socket.IPPROTO_TCP)
    listener.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
    listener.bind(("127.0.0.1", port))
    listener.listen(128)
    return listener


def serve_asgi(app, port, http="auto"):
    """By Uvicorn; http is the name of what reads and writes HTTP in it, where that makes a difference."""
    import uvicorn

    config = uvicorn.Config(app, http=http, log_level="critical", lifespan="auto")
    uvicorn.Server(config).run(sockets=[listening(port)])


def serve_wsgi(app, port):
    """By Werkzeug's own server, since others refuse methods in lower case, which are legal."""
    import logging

    import werkzeug.serving

    class Handler(werkzeug.serving.WSGIRequestHandler):
        protocol_version = "HTTP/1.1"

    logging.getLogger("werkzeug").setLevel(logging.CRITICAL)
    werkzeug.serving.make_server("127.0.0.1", port, app, threaded=True, request_handler=Handler).serve_forever()
