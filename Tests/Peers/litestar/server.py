"""Litestar with the routes that corspec asks for, and CORS by its own CORSConfig.

Its command line is that of ../python/peer.py.
"""

import pathlib
import sys

from litestar import Litestar, Request, asgi
from litestar.config.cors import CORSConfig
from litestar.logging import LoggingConfig
from litestar.response.base import ASGIResponse
from litestar.types import Receive, Scope, Send

sys.path.insert(0, str(pathlib.Path(__file__).parents[1] / "python"))
import peer


def settings(policy):
    """The arguments of CORSConfig. Those with a default that grants all are given always."""
    given = {
        "allow_origins": policy.origins, "allow_origin_regex": policy.regex, "allow_methods": policy.methods,
        "allow_headers": policy.headers, "allow_credentials": policy.credentials, "expose_headers": policy.exposed,
    }
    if policy.max_age is not None:
        given["max_age"] = policy.max_age
    return given


def application(policy):
    # Handlers of this kind answer every method.
    @asgi("/open", copy_scope=False)
    async def opened(scope: Scope, receive: Receive, send: Send) -> None:
        await ASGIResponse(body=b"open", headers=policy.carried())(scope, receive, send)

    @asgi("/protected", copy_scope=False)
    async def protected(scope: Scope, receive: Receive, send: Send) -> None:
        request = Request(scope, receive)
        if peer.is_authorized(request.headers.get("authorization"), request.cookies):
            answer = ASGIResponse(body=b"protected", headers=policy.carried())
        else:
            answer = ASGIResponse(status_code=401, headers={"WWW-Authenticate": peer.REALM})
        await answer(scope, receive, send)

    @asgi("/failing", copy_scope=False)
    async def failing(scope: Scope, receive: Receive, send: Send) -> None:
        raise RuntimeError(peer.FAILURE)

    return Litestar(
        route_handlers=[opened, protected, failing], cors_config=CORSConfig(**settings(policy)), openapi_config=None,
        logging_config=LoggingConfig(log_exceptions="never"))


def main():
    arguments = peer.parse()
    peer.serve_asgi(application(arguments.policy), arguments.port)


if __name__ == "__main__":
    main()
