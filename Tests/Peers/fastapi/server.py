"""FastAPI with the routes that corspec asks for, and CORS by FastAPI's own CORSMiddleware.

    server.py --policy FILE [--port N] [--auth outside] [--unix-socket PATH] [--tls FOLDER [--client-certificates]]

FILE is a corspec policy. CORSMiddleware is added by what "corspec emit fastapi" writes for it, by the program that the
environment variable CORSPEC names, or by the one that is built here. What corspec refuses to write, credentials for any
origin, is set by hand: the policy's members are the arguments. With --auth outside, authentication wraps the CORS layer
in place of standing within the route, as it so often does. With --tls the server speaks HTTP/2 as well, and /http2
answers 200 over nothing else. The first line of output is the port.
"""

import argparse
import asyncio
import json
import pathlib
import socket
import sys

from fastapi import FastAPI
from fastapi.middleware.cors import CORSMiddleware
from starlette.requests import Request
from starlette.responses import PlainTextResponse, Response

sys.path.insert(0, str(pathlib.Path(__file__).parents[1] / "python"))
from policy import emitted_module

SETTINGS = [
    "allow_origins", "allow_origin_regex", "allow_methods", "allow_headers", "allow_credentials", "expose_headers",
    "max_age",
]


def is_authorized(request):
    return request.headers.get("authorization") == "Bearer good" or request.cookies.get("session") == "good"


def unauthorized():
    return Response(status_code=401, headers={"WWW-Authenticate": "Bearer"})


class Endpoint:
    """A route that answers every method."""

    def __init__(self, respond):
        self.respond = respond

    async def __call__(self, scope, receive, send):
        await self.respond(Request(scope, receive))(scope, receive, send)


class AuthenticationOutside:
    """Answers 401 to /protected before anything within is asked, preflights included."""

    def __init__(self, app):
        self.app = app

    async def __call__(self, scope, receive, send):
        if scope["type"] == "http" and scope["path"] == "/protected":
            request = Request(scope, receive)
            if not is_authorized(request):
                await unauthorized()(scope, receive, send)
                return
        await self.app(scope, receive, send)


def add_cors(app, policy, file):
    module = emitted_module("fastapi", file)
    if module:
        module["add_cors"](app)
    else:
        app.add_middleware(CORSMiddleware, **{name: policy[name] for name in SETTINGS if name in policy})


def application(file, auth):
    app = FastAPI()
    policy = json.loads(file.read_text())
    exposed = {name: "corspec" for name in policy.get("expose_headers", []) if name != "*"}

    def opened(request):
        return PlainTextResponse("open", headers=exposed)

    def protected(request):
        return PlainTextResponse("protected", headers=exposed) if is_authorized(request) else unauthorized()

    def failing(request):
        raise RuntimeError("this route fails")

    def http2(request):
        return PlainTextResponse("", status_code=200 if request.scope["http_version"] == "2" else 505)

    app.add_route("/open", Endpoint(opened))
    app.add_route("/protected", Endpoint(protected))
    app.add_route("/failing", Endpoint(failing))
    app.add_route("/http2", Endpoint(http2))
    add_cors(app, policy, file)
    if auth == "outside":
        # What is added last is outermost.
        app.add_middleware(AuthenticationOutside)
    return app


def listening(arguments):
    if arguments.unix_socket:
        listener = socket.socket(socket.AF_UNIX)
        listener.bind(arguments.unix_socket)
        return listener
    # Named in full, TCP sends what it has at once: asyncio turns its waiting off for such sockets alone.
    listener = socket.socket(proto=socket.IPPROTO_TCP)
    listener.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
    listener.bind(("127.0.0.1", arguments.port))
    return listener


def serve(app, listener):
    import uvicorn

    uvicorn.Server(uvicorn.Config(app, log_level="critical")).run(sockets=[listener])


def serve_tls(app, listener, folder, asks_for_certificates):
    import ssl

    import hypercorn.asyncio
    import hypercorn.config

    config = hypercorn.config.Config()
    config.bind = [f"fd://{listener.fileno()}"]
    config.certfile, config.keyfile = folder / "server.pem", folder / "server.key"
    config.loglevel = "CRITICAL"
    if asks_for_certificates:
        config.ca_certs, config.verify_mode = folder / "ca.pem", ssl.CERT_REQUIRED
    asyncio.run(hypercorn.asyncio.serve(app, config))


def main():
    parser = argparse.ArgumentParser()
    parser.add_argument("--policy", required=True, type=pathlib.Path)
    parser.add_argument("--port", type=int, default=0)
    parser.add_argument("--auth", choices=["inside", "outside"], default="inside")
    parser.add_argument("--unix-socket")
    parser.add_argument("--tls", type=pathlib.Path, metavar="FOLDER")
    parser.add_argument("--client-certificates", action="store_true")
    arguments = parser.parse_args()
    app = application(arguments.policy, arguments.auth)
    listener = listening(arguments)
    listener.listen(128)
    print(0 if arguments.unix_socket else listener.getsockname()[1], flush=True)
    if arguments.tls:
        serve_tls(app, listener, arguments.tls, arguments.client_certificates)
    else:
        serve(app, listener)


if __name__ == "__main__":
    main()
