"""Right, and says as little as a browser needs.

L29: any origin is echoed, with Vary (also null, L33). L08: only the requested method is named; L09: GET, HEAD and POST
not even that. L13 and L16: only the requested headers, in the requested spelling, nothing where none is asked.
L49: only those exposed names that the answer carries. L60: without credentials
Access-Control-Allow-Credentials: false. L27: no Vary on OPTIONS. L44: refused origins are served without a grant.
Max-age 0 is left out; every other is sent as it is (L18).
Trap: grants without credentials.
"""

import pathlib
import sys

sys.path.insert(0, str(pathlib.Path(__file__).resolve().parent.parent))

from support import SAFELISTED_METHODS, Response, application, serve


class Layer:
    def __init__(self, policy):
        self.policy = policy
        self.credentials = "true" if policy.credentials and not policy.is_trap else "false"

    def handle(self, request):
        response = Response(204) if request.is_preflight else application(request, self.policy)
        if request.method != "OPTIONS":
            response.add("Vary", "Origin")
        if not self.policy.grants(request.origin):
            return response
        if request.is_preflight:
            self.add_lists(request, response)
        else:
            self.add_exposed(response)
        response.add("Access-Control-Allow-Origin", request.origin)
        response.add("Access-Control-Allow-Credentials", self.credentials)
        return response

    def add_lists(self, request, response):
        policy = self.policy
        method = request.wanted_method
        if method not in SAFELISTED_METHODS and policy.grants_method(method):
            response.add("Access-Control-Allow-Methods", method)
        asked = [name.strip() for name in (request.get("access-control-request-headers") or "").split(",")]
        granted = [name for name in asked if name and policy.grants_header(name)]
        if granted:
            response.add("Access-Control-Allow-Headers", ",".join(granted))
        if policy.max_age > 0:
            response.add("Access-Control-Max-Age", str(policy.max_age))

    def add_exposed(self, response):
        policy = self.policy
        names = response.names()
        if not policy.any_exposed:
            names = [name for name in policy.exposed if name.lower() in {other.lower() for other in names}]
        else:
            names += ["Access-Control-Allow-Origin", "Access-Control-Allow-Credentials"]
        if names:
            response.add("Access-Control-Expose-Headers", ",".join(names))


serve(Layer)
