"""Microdot with the routes that corspec asks for, and CORS by its own CORS extension.

Its command line is that of ../python/peer.py.
"""

import pathlib
import sys

from microdot.asgi import Microdot
from microdot.cors import CORS

sys.path.insert(0, str(pathlib.Path(__file__).parents[1] / "python"))
import peer

METHODS = ["GET", "POST", "PUT", "PATCH", "DELETE"]


def settings(policy):
    """The arguments of CORS. Methods and headers that are not given are all granted."""
    return {
        "allowed_origins": "*" if policy.any_origin else policy.origins,
        "allow_credentials": policy.credentials,
        "allowed_methods": None if policy.any_method else policy.methods,
        "allowed_headers": None if policy.any_header else policy.headers,
        "expose_headers": policy.exposed,
        "max_age": policy.max_age,
    }


def application(policy):
    app = Microdot()
    CORS(app, **settings(policy))
    # Its router has no word for any method. HEAD is answered as GET is, OPTIONS by itself.
    methods = list(dict.fromkeys(METHODS + [method for method in policy.methods if method != "*"]))

    @app.route("/open", methods=methods)
    async def opened(request):
        return "open", 200, policy.carried()

    @app.route("/protected", methods=methods)
    async def protected(request):
        if not peer.is_authorized(request.headers.get("Authorization"), request.cookies):
            return "", 401, {"WWW-Authenticate": peer.REALM}
        return "protected", 200, policy.carried()

    @app.route("/failing", methods=methods)
    async def failing(request):
        raise RuntimeError(peer.FAILURE)

    return app


def main():
    arguments = peer.parse()
    peer.serve_asgi(application(arguments.policy), arguments.port)


if __name__ == "__main__":
    main()
