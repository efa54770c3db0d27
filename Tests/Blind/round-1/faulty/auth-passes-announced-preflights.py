"""Authentication runs before CORS, and lets a preflight through only if it announces Authorization.

Shown by, under a policy that lists PUT or a header other than Authorization:
    OPTIONS /protected, Origin: <granted>, Access-Control-Request-Method: PUT    (401, no grant)
    the same with Access-Control-Request-Headers: authorization                  (right, where that is listed)
Severity: broken. A fetch that authenticates with a cookie never gets past its preflight.
"""

import pathlib
import sys

sys.path.insert(0, str(pathlib.Path(__file__).resolve().parent.parent))

from support import Cors, Response, serve


class Layer(Cors):
    def handle(self, request):
        if request.is_preflight and request.path == "/protected" and "authorization" not in request.wanted_headers:
            return Response(401, [("WWW-Authenticate", "Bearer"), ("Content-Type", "text/plain")], b"who are you?\n")
        return super().handle(request)


serve(Layer)
