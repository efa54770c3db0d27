"""Sanic with the routes that corspec asks for, and CORS by Sanic Extensions.

Its command line is that of ../python/peer.py.
"""

import logging
import pathlib
import re
import sys

from sanic import Sanic, response
from sanic_ext import Extend

sys.path.insert(0, str(pathlib.Path(__file__).parents[1] / "python"))
import peer

METHODS = ["GET", "HEAD", "POST", "PUT", "PATCH", "DELETE"]


def settings(policy, regex):
    """The settings of its CORS extension."""
    origins = list(policy.origins)
    if policy.regex is not None:
        # Compiled, since strings are taken for origins.
        origins.append(re.compile(policy.regex if regex == "unanchored" else policy.whole_regex))
    given = {
        # As a list, "*" would be an origin: the string alone is its word for any.
        "CORS_ORIGINS": "*" if policy.any_origin else origins,
        "CORS_METHODS": policy.methods,
        "CORS_ALLOW_HEADERS": policy.headers,
        "CORS_EXPOSE_HEADERS": policy.exposed,
        "CORS_SUPPORTS_CREDENTIALS": policy.credentials,
    }
    if policy.max_age is not None:
        given["CORS_MAX_AGE"] = policy.max_age
    return given


def application(policy, regex):
    app = Sanic("corspec", configure_logging=False)
    app.config.update(settings(policy, regex))
    app.config.MOTD = False
    Extend(app)

    async def opened(request):
        return response.text("open", headers=policy.carried())

    async def protected(request):
        if not peer.is_authorized(request.headers.get("authorization"), request.cookies):
            return response.empty(status=401, headers={"WWW-Authenticate": peer.REALM})
        return response.text("protected", headers=policy.carried())

    async def failing(request):
        raise RuntimeError(peer.FAILURE)

    # Its router has no word for any method. OPTIONS is added by the extension.
    methods = dict.fromkeys(METHODS + [method for method in policy.methods if method != "*"])
    for path, handler in [("/open", opened), ("/protected", protected), ("/failing", failing)]:
        app.add_route(handler, path, methods=methods)
    return app


def main():
    arguments = peer.parse()
    logging.disable()
    app = application(arguments.policy, arguments.regex)
    app.run(sock=peer.listening(arguments.port), single_process=True, access_log=False)


if __name__ == "__main__":
    main()
