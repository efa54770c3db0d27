"""BlackSheep with the routes that corspec asks for, and CORS by its own use_cors.

Its command line is that of ../python/peer.py.
"""

import logging
import pathlib
import sys

from blacksheep import Application, Response, TextContent

sys.path.insert(0, str(pathlib.Path(__file__).parents[1] / "python"))
import peer

METHODS = ["GET", "HEAD", "POST", "PUT", "PATCH", "DELETE"]


def settings(policy):
    """The arguments of use_cors; "*" in a list is its word for any."""
    given = {
        "allow_origins": policy.origins, "allow_methods": policy.methods, "allow_headers": policy.headers,
        "allow_credentials": policy.credentials, "expose_headers": policy.exposed,
    }
    if policy.max_age is not None:
        given["max_age"] = policy.max_age
    return given


def encoded(headers):
    return [(name.encode(), value.encode()) for name, value in headers.items()]


def application(policy):
    app = Application()
    app.use_cors(**settings(policy))

    async def opened(request):
        return Response(200, encoded(policy.carried()), TextContent("open"))

    async def protected(request):
        authorization = request.get_first_header(b"Authorization") or b""
        if not peer.is_authorized(authorization.decode(), request.cookies):
            return Response(401, encoded({"WWW-Authenticate": peer.REALM}))
        return Response(200, encoded(policy.carried()), TextContent("protected"))

    async def failing(request):
        raise RuntimeError(peer.FAILURE)

    methods = dict.fromkeys(METHODS + [method for method in policy.methods if method != "*"])
    for path, handler in [("/open", opened), ("/protected", protected), ("/failing", failing)]:
        # Its router has no word for any method. OPTIONS is taken by use_cors.
        for method in methods:
            app.router.add(method, path, handler)
    return app


def main():
    arguments = peer.parse()
    logging.disable()
    peer.serve_asgi(application(arguments.policy), arguments.port)


if __name__ == "__main__":
    main()
