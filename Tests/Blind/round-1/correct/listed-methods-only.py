"""Right, and stricter than the browser with methods.

L45: an actual request with a method that is not listed is served without a grant. L10: a preflight for an unlisted GET,
HEAD or POST is refused, with 403. L62: OPTIONS that is not a preflight is 405 where OPTIONS is not listed. L43: a policy
without origins is refused at start. L54: refused preflights have no Vary. L14: header names in canonical case.
The Vary of actual answers is one line after the application's own, which is Accept-Encoding.
Trap: refused at start.
"""

import pathlib
import sys

sys.path.insert(0, str(pathlib.Path(__file__).resolve().parent.parent))

from support import Response, application, refuse, serve


class Layer:
    def __init__(self, policy):
        if policy.is_trap:
            refuse("any origin together with credentials")
        if not policy.has_origins:
            refuse("no origins: an empty list would mean everyone here")
        self.policy = policy

    def lists_method(self, method):
        return self.policy.any_method or method in self.policy.methods

    def add_origin(self, request, response):
        response.add("Access-Control-Allow-Origin", request.origin)
        if self.policy.credentials:
            response.add("Access-Control-Allow-Credentials", "true")

    def handle(self, request):
        if request.is_preflight:
            return self.preflight(request)
        if request.method == "OPTIONS" and not self.lists_method("OPTIONS"):
            response = Response(405, [("Allow", "GET, HEAD, POST"), ("Content-Type", "text/plain")], b"no\n")
        else:
            response = application(request, self.policy)
        response.add("Vary", "Accept-Encoding")
        response.add("Vary", "Origin")
        if self.policy.grants(request.origin) and self.lists_method(request.method):
            self.add_origin(request, response)
            names = response.names() if self.policy.any_exposed else self.policy.exposed
            if names:
                response.add("Access-Control-Expose-Headers", ", ".join(names))
        return response

    def preflight(self, request):
        policy = self.policy
        granted = (policy.grants(request.origin) and self.lists_method(request.wanted_method)
                   and all(policy.grants_header(name) for name in request.wanted_headers))
        if not granted:
            return Response(403, [("Content-Type", "text/plain")], b"invalid CORS request\n")
        response = Response(204, [("Vary", "Origin")])
        self.add_origin(request, response)
        response.add("Access-Control-Allow-Methods",
                     request.wanted_method if policy.any_method else ",".join(policy.methods))
        names = [name.title() for name in (request.wanted_headers if policy.any_header else policy.headers)]
        if names:
            response.add("Access-Control-Allow-Headers", ",".join(names))
        response.add("Access-Control-Max-Age", str(policy.max_age))
        return response


serve(Layer)
