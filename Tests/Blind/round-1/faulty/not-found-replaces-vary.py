"""The page for 404 sets Vary: Accept-Encoding, in place of the Vary: Origin of the CORS layer.

Shown by, under a policy with listed origins:
    GET /missing                       (404, no grant, Vary: Accept-Encoding)
    GET /missing, Origin: <granted>    (404, granted, Vary: Accept-Encoding)
Severity: hazard. A 404 is storable: a cache that has the first gives it to the second, whose script then
cannot read the 404. All other answers have Vary: Origin.
"""

import pathlib
import sys

sys.path.insert(0, str(pathlib.Path(__file__).resolve().parent.parent))

from support import Cors, serve


class Layer(Cors):
    def actual(self, request):
        response = super().actual(request)
        if response.status == 404:
            response.remove("Vary")
            response.add("Vary", "Accept-Encoding")
        return response


serve(Layer)
