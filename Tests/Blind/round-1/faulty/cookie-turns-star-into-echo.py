"""Any origin with credentials is served as the harmless *, until the request has a cookie: then it echoes.

Shown by, under a policy with allow_origins ["*"] (or an any-origin regex) and allow_credentials true:
    GET /open, Origin: https://corspec-a.example, Cookie: corspec=1
    → Access-Control-Allow-Origin: https://corspec-a.example, Access-Control-Allow-Credentials: true
Severity: unsafe. Exactly the requests that carry a session are readable by every page. Without a cookie, and on
the preflight, the server is right: it grants without credentials.
"""

import pathlib
import sys

sys.path.insert(0, str(pathlib.Path(__file__).resolve().parent.parent))

from support import Cors, serve


class Layer(Cors):
    def __init__(self, policy):
        self.policy = policy

    def add_origin(self, request, response):
        if not self.policy.is_trap:
            return super().add_origin(request, response)
        has_cookie = bool(request.all("cookie"))
        response.add("Vary", "Origin, Cookie")
        if self.policy.any_origin and not (has_cookie and request.origin is not None):
            response.add("Access-Control-Allow-Origin", "*")
            return True
        if not self.policy.grants(request.origin):
            return False
        response.add("Access-Control-Allow-Origin", request.origin)
        if has_cookie:
            response.add("Access-Control-Allow-Credentials", "true")
        return True


serve(Layer)
