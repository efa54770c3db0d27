"""Right without any Vary: every answer is no-store, so that no cache can mix them up.

Design, Vary: an answer with no-store is not storable and is put in no other's place. L40: a malformed Origin is ignored.
L35: an origin in upper case is granted where its lower-case form is, and is echoed as it came; no browser sends it.
L21: OPTIONS with a requested method and no Origin is answered as a preflight. L24 and L42: very long
header lists and origins are 431. L09: methods named only if they need a grant. L01: 200 without a body.
Trap: refused at start.
"""

import pathlib
import sys

sys.path.insert(0, str(pathlib.Path(__file__).resolve().parent.parent))

from support import SAFELISTED_METHODS, Response, application, refuse, serve

LIMIT = 8192


class Layer:
    def __init__(self, policy):
        if policy.is_trap:
            refuse("any origin together with credentials")
        self.policy = policy

    def handle(self, request):
        asked = ",".join(request.all("access-control-request-headers"))
        is_preflight = request.method == "OPTIONS" and request.wanted_method is not None
        if len(asked) > LIMIT or len(request.origin or "") > LIMIT:
            response = Response(431)
        else:
            response = Response(200) if is_preflight else application(request, self.policy)
            if request.origin is not None and self.policy.grants(request.origin.lower()):
                self.add_grant(request, response, is_preflight)
        response.remove("Cache-Control")
        response.add("Cache-Control", "private, no-store")
        return response

    def add_grant(self, request, response, is_preflight):
        policy = self.policy
        response.add("Access-Control-Allow-Origin", request.origin)
        if policy.credentials:
            response.add("Access-Control-Allow-Credentials", "true")
        if not is_preflight:
            names = [*response.names(), "Cache-Control"] if policy.any_exposed else policy.exposed
            if names:
                response.add("Access-Control-Expose-Headers", ", ".join(names))
            return
        methods = [request.wanted_method] if policy.any_method else policy.methods
        methods = [method for method in methods if method not in SAFELISTED_METHODS]
        if methods:
            response.add("Access-Control-Allow-Methods", ", ".join(methods))
        names = request.wanted_headers if policy.any_header else policy.listed_headers
        if names:
            response.add("Access-Control-Allow-Headers", ", ".join(names))
        response.add("Access-Control-Max-Age", str(policy.max_age))


serve(Layer)
