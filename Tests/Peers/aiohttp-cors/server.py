"""aiohttp with the routes that corspec asks for, and CORS by aiohttp-cors.

Its command line is that of ../python/peer.py.
"""

import logging
import pathlib
import sys

import aiohttp_cors
from aiohttp import web

sys.path.insert(0, str(pathlib.Path(__file__).parents[1] / "python"))
import peer


def settings(policy):
    """What each origin may do, as aiohttp_cors.setup takes it; "*" in place of a list is its word for any."""
    options = aiohttp_cors.ResourceOptions(
        allow_credentials=policy.credentials,
        allow_methods="*" if policy.any_method else policy.methods,
        allow_headers="*" if policy.any_header else policy.headers,
        expose_headers="*" if policy.exposed == ["*"] else policy.exposed,
        max_age=policy.max_age)
    return {origin: options for origin in policy.origins}


def application(policy):
    async def opened(request):
        return web.Response(text="open", headers=policy.carried())

    async def protected(request):
        if not peer.is_authorized(request.headers.get("Authorization"), request.cookies):
            return web.Response(status=401, headers={"WWW-Authenticate": peer.REALM})
        return web.Response(text="protected", headers=policy.carried())

    async def failing(request):
        raise RuntimeError(peer.FAILURE)

    app = web.Application()
    cors = aiohttp_cors.setup(app, defaults=settings(policy))
    for path, handler in [("/open", opened), ("/protected", protected), ("/failing", failing)]:
        # First CORS, which takes OPTIONS, then all other methods.
        cors.add(app.router.add_resource(path)).add_route("*", handler)
    return app


def main():
    arguments = peer.parse()
    logging.disable()
    web.run_app(
        application(arguments.policy), sock=peer.listening(arguments.port), print=None, access_log=None,
        shutdown_timeout=0)


if __name__ == "__main__":
    main()
