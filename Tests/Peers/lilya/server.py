"""Lilya with the routes that corspec asks for, and CORS by its own CORSMiddleware.

Its command line is that of ../python/peer.py.
"""

import pathlib
import sys

from lilya.apps import Lilya
from lilya.middleware import DefineMiddleware
from lilya.middleware.cors import CORSMiddleware
from lilya.requests import Request
from lilya.responses import PlainText
from lilya.routing import Path

sys.path.insert(0, str(pathlib.Path(__file__).parents[1] / "python"))
import peer


def settings(policy):
    """The arguments of CORSMiddleware."""
    given = {
        "allow_origins": policy.origins, "allow_origin_regex": policy.regex, "allow_methods": policy.methods,
        "allow_headers": policy.headers, "allow_credentials": policy.credentials, "expose_headers": policy.exposed,
    }
    if policy.max_age is not None:
        given["max_age"] = policy.max_age
    return given


class Endpoint:
    """A route that answers every method: Lilya leaves an object that is no function to itself."""

    def __init__(self, respond):
        self.respond = respond

    async def __call__(self, scope, receive, send):
        await self.respond(Request(scope, receive))(scope, receive, send)


def unauthorized(request):
    """The answer to a request that does not say who asks; None for one that does."""
    if peer.is_authorized(request.headers.get("authorization"), request.cookies):
        return None
    return PlainText("", status_code=401, headers={"WWW-Authenticate": peer.REALM})


class AuthenticationOutside:
    """Answers 401 to /protected before anything within is asked, preflights included."""

    def __init__(self, app):
        self.app = app

    async def __call__(self, scope, receive, send):
        app = self.app
        if scope["type"] == "http" and scope["path"] == "/protected":
            app = unauthorized(Request(scope, receive)) or app
        await app(scope, receive, send)


def application(policy, auth):
    def opened(request):
        return PlainText("open", headers=policy.carried())

    def protected(request):
        return unauthorized(request) or PlainText("protected", headers=policy.carried())

    def failing(request):
        raise RuntimeError(peer.FAILURE)

    middleware = [DefineMiddleware(CORSMiddleware, **settings(policy))]
    if auth == "outside":
        # The first of the list is outermost.
        middleware.insert(0, DefineMiddleware(AuthenticationOutside))
    routes = [
        Path("/open", Endpoint(opened)), Path("/protected", Endpoint(protected)), Path("/failing", Endpoint(failing)),
    ]
    return Lilya(routes=routes, middleware=middleware)


def main():
    arguments = peer.parse()
    peer.serve_asgi(application(arguments.policy, arguments.auth), arguments.port)


if __name__ == "__main__":
    main()
