"""Cornice with the routes that corspec asks for, and CORS by the policies of its services.

Its command line is that of ../python/peer.py.
"""

import logging
import pathlib
import sys

from cornice import Service
from pyramid.config import Configurator
from pyramid.response import Response

sys.path.insert(0, str(pathlib.Path(__file__).parents[1] / "python"))
import peer

METHODS = ["GET", "HEAD", "POST", "PUT", "PATCH", "DELETE"]


def cors_policy(policy):
    """The policy of a service. Its headers are those that are exposed, and those that may be asked for, at once.

    With expose_all_headers, which is the default, any header may be asked for.
    """
    given = {
        "origins": policy.origins, "credentials": policy.credentials,
        "headers": policy.exposed if policy.any_header else policy.headers + policy.exposed,
        "expose_all_headers": policy.any_header,
    }
    if policy.max_age is not None:
        given["max_age"] = policy.max_age
    return given


def service(path, view, policy):
    """A service with the policy's methods: those that it has are those that it grants."""
    made = Service(name=path[1:], path=path, cors_policy=cors_policy(policy))
    methods = METHODS if policy.any_method else policy.methods or ["GET"]
    for method in methods:
        # Where there is GET, Pyramid adds HEAD, and does not have it twice.
        if method != "HEAD" or "GET" not in methods:
            made.add_view(method, view)
    return made


def application(policy):
    def opened(request):
        return Response("open", headers=policy.carried())

    def protected(request):
        if not peer.is_authorized(request.headers.get("Authorization"), request.cookies):
            return Response(status=401, headers={"WWW-Authenticate": peer.REALM})
        return Response("protected", headers=policy.carried())

    def failing(request):
        raise RuntimeError(peer.FAILURE)

    with Configurator() as config:
        config.include("cornice")
        for path, view in [("/open", opened), ("/protected", protected), ("/failing", failing)]:
            config.add_cornice_service(service(path, view, policy))
        return config.make_wsgi_app()


def main():
    arguments = peer.parse()
    logging.disable()
    peer.serve_wsgi(application(arguments.policy), arguments.port)


if __name__ == "__main__":
    main()
