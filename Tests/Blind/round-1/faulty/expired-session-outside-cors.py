"""The 401 for a session that is not valid any more is made before the CORS layer; the 401 without a cookie is not.

Shown by, under a policy with allow_credentials true:
    GET /protected, Origin: <granted>, Cookie: session=old    (401, no Access-Control-Allow-Origin)
    GET /protected, Origin: <granted>                         (401, granted)
Severity: broken. The page sees a network error when the session ends, and cannot tell that it has to log in.
"""

import pathlib
import sys

sys.path.insert(0, str(pathlib.Path(__file__).resolve().parent.parent))

from support import Cors, Response, authenticated, serve


class Layer(Cors):
    def handle(self, request):
        if request.path == "/protected" and request.all("cookie") and not authenticated(request):
            return Response(401, [("WWW-Authenticate", "Bearer"), ("Vary", "Origin")], b"session expired\n")
        return super().handle(request)


serve(Layer)
