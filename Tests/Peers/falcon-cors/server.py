"""Falcon with the routes that corspec asks for, and CORS by falcon-cors.

Its command line is that of ../python/peer.py.
"""

import logging
import pathlib
import sys

import falcon
from falcon_cors import CORS

sys.path.insert(0, str(pathlib.Path(__file__).parents[1] / "python"))
import peer

METHODS = ["GET", "HEAD", "POST", "PUT", "PATCH", "DELETE"]


def settings(policy, regex):
    """The arguments of CORS."""
    given = {
        "allow_all_origins": policy.any_origin, "allow_origins_list": policy.origins,
        "allow_all_methods": policy.any_method, "allow_methods_list": [] if policy.any_method else policy.methods,
        "allow_all_headers": policy.any_header, "allow_headers_list": policy.headers,
        "allow_credentials_all_origins": policy.credentials, "expose_headers_list": policy.exposed,
        "max_age": policy.max_age,
    }
    if policy.regex is not None:
        # It is matched at the origin's beginning.
        given["allow_origins_regex"] = policy.regex if regex == "unanchored" else policy.whole_regex
    return given


def require_authorization(request):
    if not peer.is_authorized(request.auth, request.cookies):
        raise falcon.HTTPUnauthorized(challenges=[peer.REALM])


class AuthenticationOutside:
    """Answers 401 to /protected before there is a resource, preflights included."""

    def process_request(self, request, response):
        if request.path == "/protected":
            require_authorization(request)


class Resource:
    """A resource that answers these methods: only they are granted."""

    def __init__(self, respond, methods):
        for method in methods:
            setattr(self, f"on_{method.lower()}", respond)


def application(policy, auth, regex):
    def opened(request, response):
        response.text = "open"
        response.set_headers(policy.carried())

    def protected(request, response):
        if auth == "inside":
            require_authorization(request)
        opened(request, response)

    def failing(request, response):
        raise RuntimeError(peer.FAILURE)

    layers = [CORS(**settings(policy, regex)).middleware]
    if auth == "outside":
        layers.insert(0, AuthenticationOutside())
    app = falcon.App(middleware=layers)
    methods = [method for method in falcon.HTTP_METHODS if method in METHODS + policy.methods]
    for path, respond in [("/open", opened), ("/protected", protected), ("/failing", failing)]:
        app.add_route(path, Resource(respond, methods))
    return app


def main():
    arguments = peer.parse()
    logging.disable()
    peer.serve_wsgi(application(arguments.policy, arguments.auth, arguments.regex), arguments.port)


if __name__ == "__main__":
    main()
