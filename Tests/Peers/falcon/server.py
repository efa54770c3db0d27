"""Falcon with the routes that corspec asks for, and CORS by its own CORSMiddleware.

Its command line is that of ../python/peer.py.
"""

import logging
import pathlib
import sys

import falcon
import falcon.asgi

sys.path.insert(0, str(pathlib.Path(__file__).parents[1] / "python"))
import peer

METHODS = ["GET", "HEAD", "POST", "PUT", "PATCH", "DELETE"]


def settings(policy):
    """The arguments of CORSMiddleware. It has none for headers and the age of a preflight."""
    return {
        # As a list, "*" is an error: the string alone is its word for any.
        "allow_origins": "*" if policy.any_origin else policy.origins,
        "allow_credentials": "*" if policy.credentials else None,
        "expose_headers": policy.exposed,
    }


class Resource:
    """A resource that answers these methods: they are those that CORSMiddleware grants, by its Allow."""

    def __init__(self, respond, methods):
        for method in methods:
            setattr(self, f"on_{method.lower()}", self.responder(respond))

    @staticmethod
    def responder(respond):
        async def on_method(request, response):
            respond(request, response)

        return on_method


def application(policy):
    def opened(request, response):
        response.text = "open"
        response.set_headers(policy.carried())

    def protected(request, response):
        if not peer.is_authorized(request.auth, request.cookies):
            raise falcon.HTTPUnauthorized(challenges=[peer.REALM])
        response.text = "protected"
        response.set_headers(policy.carried())

    def failing(request, response):
        raise RuntimeError(peer.FAILURE)

    app = falcon.asgi.App(middleware=falcon.CORSMiddleware(**settings(policy)))
    for path, respond in [("/open", opened), ("/protected", protected), ("/failing", failing)]:
        app.add_route(path, Resource(respond, METHODS if policy.any_method else policy.methods or ["GET"]))
    return app


def main():
    arguments = peer.parse()
    logging.disable()
    peer.serve_asgi(application(arguments.policy), arguments.port)


if __name__ == "__main__":
    main()
