"""The routes that corspec asks for as a bare WSGI application, and CORS by wsgicors.

Its command line is that of ../python/peer.py.
"""

import http.cookies
import pathlib
import sys

from wsgicors import CORS

sys.path.insert(0, str(pathlib.Path(__file__).parents[1] / "python"))
import peer

REASONS = {200: "OK", 401: "Unauthorized", 404: "Not Found", 500: "Internal Server Error"}


def settings(policy):
    """The arguments of CORS, which are strings. It has patterns of shells in place of regexes."""
    given = {
        "origin": " ".join(policy.origins), "methods": ", ".join(policy.methods),
        "headers": ", ".join(policy.headers), "expose_headers": ", ".join(policy.exposed),
        "credentials": "true" if policy.credentials else "false",
    }
    if policy.max_age is not None:
        given["maxage"] = str(policy.max_age)
    return given


def is_authorized(environ):
    cookies = http.cookies.SimpleCookie(environ.get("HTTP_COOKIE", ""))
    return peer.is_authorized(
        environ.get("HTTP_AUTHORIZATION"), {name: part.value for name, part in cookies.items()})


def answer(start_response, status, headers):
    start_response(f"{status} {REASONS[status]}", [("Content-Type", "text/plain"), *headers.items()])
    return [b"corspec\n"]


def unauthorized(start_response):
    return answer(start_response, 401, {"WWW-Authenticate": peer.REALM})


def routes(policy):
    def app(environ, start_response):
        path = environ["PATH_INFO"]
        if path == "/protected" and not is_authorized(environ):
            return unauthorized(start_response)
        if path in ("/open", "/protected"):
            return answer(start_response, 200, policy.carried())
        return answer(start_response, 500 if path == "/failing" else 404, {})

    return app


def authentication_outside(app):
    """Answers 401 to /protected before anything within is asked, preflights included."""
    def outside(environ, start_response):
        if environ["PATH_INFO"] == "/protected" and not is_authorized(environ):
            return unauthorized(start_response)
        return app(environ, start_response)

    return outside


def main():
    arguments = peer.parse()
    app = CORS(routes(arguments.policy), **settings(arguments.policy))
    if arguments.auth == "outside":
        app = authentication_outside(app)
    peer.serve_wsgi(app, arguments.port)


if __name__ == "__main__":
    main()
