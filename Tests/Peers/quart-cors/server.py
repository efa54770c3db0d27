"""Quart with the routes that corspec asks for, and CORS by Quart-CORS.

Its command line is that of ../python/peer.py.
"""

import asyncio
import logging
import pathlib
import re
import sys

import quart_cors
from quart import Quart, Response, request

sys.path.insert(0, str(pathlib.Path(__file__).parents[1] / "python"))
import peer


def settings(policy, regex):
    """The arguments of quart_cors.cors. Those with a default that grants all are given always."""
    origins = list(policy.origins)
    if policy.regex is not None:
        # Compiled, since strings are taken for origins.
        origins.append(re.compile(policy.regex if regex == "unanchored" else policy.whole_regex))
    return {
        "allow_origin": origins, "allow_methods": policy.methods, "allow_headers": policy.headers,
        "allow_credentials": policy.credentials, "expose_headers": policy.exposed, "max_age": policy.max_age,
    }


def application(policy, regex):
    app = Quart(__name__)
    quart_cors.cors(app, **settings(policy, regex))

    async def opened():
        return Response("open", headers=policy.carried())

    async def protected():
        if not peer.is_authorized(request.headers.get("Authorization"), request.cookies):
            return Response("", status=401, headers={"WWW-Authenticate": peer.REALM})
        return Response("protected", headers=policy.carried())

    async def failing():
        raise RuntimeError(peer.FAILURE)

    for view in [opened, protected, failing]:
        # By hand, since Quart's decorators have no word for any method.
        name = "open" if view is opened else view.__name__
        rule = app.url_rule_class(f"/{name}", endpoint=name, methods=None)
        rule.provide_automatic_options = True
        app.url_map.add(rule)
        app.view_functions[name] = view
    return app


async def can_answer(app):
    """Whether /open is answered: Quart-CORS refuses settings that contradict each other by failing at every answer."""
    answer = await app.test_client().get("/open")
    return answer.status_code == 200


def main():
    arguments = peer.parse()
    logging.disable()
    app = application(arguments.policy, arguments.regex)
    if not asyncio.run(can_answer(app)):
        sys.exit("Quart-CORS fails at every answer, as it does where any origin is granted credentials.")
    peer.serve_asgi(app, arguments.port)


if __name__ == "__main__":
    main()
