"""Right, with every list spread over lines, doubled, oddly spaced and in odd case.

L01 and L02: a preflight succeeds with 200 and a body. L04: Content-Type, Allow and Cache-Control on it.
L12: one method a line, duplicates, empty members. L14 and L15: header names in upper case, safelisted ones among them.
L16: Access-Control-Allow-Headers is there and empty where nothing is asked. L26: Access-Control-Expose-Headers on the
preflight. L28 and L53: Vary over lines, in odd case, with more names. L50: safelisted names exposed.
L59: all header names in lower case on the wire.
Refuses the trap at start.
"""

import pathlib
import sys

sys.path.insert(0, str(pathlib.Path(__file__).resolve().parent.parent))

from support import Response, application, refuse, serve


class Layer:
    def __init__(self, policy):
        if policy.is_trap:
            refuse("any origin together with credentials")
        self.policy = policy

    def handle(self, request):
        response = self.preflight(request) if request.is_preflight else application(request, self.policy)
        if self.policy.grants(request.origin):
            response.add("Access-Control-Allow-Origin", request.origin)
            if self.policy.credentials:
                response.add("Access-Control-Allow-Credentials", "true")
        response.add("vary", "accept-encoding ,\tORIGIN")
        response.add("Vary", "Access-Control-Request-Method,,Access-Control-Request-Headers")
        self.add_exposed(response)
        response.spell = str.lower
        return response

    def add_exposed(self, response):
        names = response.names() if self.policy.any_exposed else [*self.policy.exposed, "Content-Type", "Expires"]
        for name in names:
            response.add("Access-Control-Expose-Headers", f"{name.upper()} \t, {name.lower()}")

    def preflight(self, request):
        policy = self.policy
        response = Response(200, [("Content-Type", "application/json"), ("Allow", "GET, HEAD, OPTIONS"),
                                  ("Cache-Control", "max-age=60")], b'{"message": "OK"}\n')
        methods = [request.wanted_method] if policy.any_method else policy.methods
        for method in [*methods, *methods[:1]]:
            response.add("Access-Control-Allow-Methods", f"{method}  ,")
        names = request.wanted_headers if policy.any_header else policy.headers
        for name in [*names, "Accept"] if request.wanted_headers else []:
            response.add("Access-Control-Allow-Headers", f",\t{name.upper()} , {name.upper()}")
        if not request.wanted_headers:
            response.add("Access-Control-Allow-Headers", "")
        response.add("Access-Control-Max-Age", str(policy.max_age))
        return response


serve(Layer)
