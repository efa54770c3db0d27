"""CherryPy with the routes that corspec asks for, and CORS by cherrypy-cors.

Its command line is that of ../python/peer.py. With --style documented, lists are handed over as the policy has them.
"""

import pathlib
import re
import sys

import cherrypy
import cherrypy_cors

sys.path.insert(0, str(pathlib.Path(__file__).parents[1] / "python"))
import peer

METHODS = ["GET", "HEAD", "POST", "PUT", "PATCH", "DELETE"]


def origins(policy, regex):
    """The strings and patterns to compare with; None stands for any origin."""
    if policy.any_origin:
        return None
    given = list(policy.origins)
    if policy.regex is not None:
        # A pattern is matched at the origin's beginning.
        given.append(re.compile(policy.regex if regex == "unanchored" else policy.whole_regex))
    return given


def allowed_headers(policy, style):
    """The names that preflights may ask for; None and an empty list stand for any."""
    if policy.any_header:
        return None
    if style == "documented":
        return policy.headers
    # They are compared byte for byte, and browsers send them in lower case; for none, one that no page may send.
    return [name.lower() for name in policy.headers] or ["origin"]


def settings(policy, regex, style):
    """The configuration of its tools expose and preflight."""
    given = {
        "cors.expose.on": True, "cors.expose.origins": origins(policy, regex),
        "cors.expose.allow_credentials": policy.credentials,
        # The documentation asks for a list; what is written is str() of it.
        "cors.expose.expose_headers": policy.exposed if style == "documented" else ", ".join(policy.exposed),
        "cors.preflight.on": True, "cors.preflight.origins": origins(policy, regex),
        "cors.preflight.allow_credentials": policy.credentials,
        "cors.preflight.allowed_methods": METHODS if policy.any_method else policy.methods,
        "cors.preflight.allowed_headers": allowed_headers(policy, style),
    }
    if policy.max_age is not None:
        given["cors.preflight.max_age"] = policy.max_age
    return given


def require_authorization():
    request = cherrypy.request
    cookies = {name: part.value for name, part in request.cookie.items()}
    if not peer.is_authorized(request.headers.get("Authorization"), cookies):
        cherrypy.response.headers["WWW-Authenticate"] = peer.REALM
        raise cherrypy.HTTPError(401)


def is_preflight():
    return cherrypy.request.method == "OPTIONS" and "Access-Control-Request-Method" in cherrypy.request.headers


class Root:
    """The routes; they answer every method. Preflights reach them, with the tools' headers in the answer."""

    def __init__(self, policy, auth):
        self.policy = policy
        self.auth = auth

    def answer(self):
        cherrypy.response.headers.update(self.policy.carried() | {"Content-Type": "text/plain"})
        return "corspec\n"

    @cherrypy.expose
    def open(self, **_):
        return self.answer()

    @cherrypy.expose
    def protected(self, **_):
        if self.auth == "inside" and not is_preflight():
            require_authorization()
        return self.answer()

    @cherrypy.expose
    def failing(self, **_):
        if is_preflight():
            return ""
        raise RuntimeError(peer.FAILURE)


def main():
    arguments = peer.parse(styles=["documented"])
    policy = arguments.policy
    cherrypy_cors.install()
    cherrypy.config.update({"environment": "embedded", "log.screen": False})
    configuration = {"/": settings(policy, arguments.regex, arguments.style)}
    # A PATCH without a body, of which browsers give no length, would be answered with 411 before any tool runs.
    configuration["/"]["request.methods_with_bodies"] = ("POST", "PUT")
    if arguments.auth == "outside":
        # Tools run by their priorities: this one before those of CORS, whose is 50.
        cherrypy.tools.authentication = cherrypy.Tool("before_handler", require_authorization, priority=10)
        configuration["/protected"] = {"tools.authentication.on": True}
    peer.serve_wsgi(cherrypy.tree.mount(Root(policy, arguments.auth), "", configuration), arguments.port)


if __name__ == "__main__":
    main()
