"""The requested method is looked for in the text of the list, not among its members, and is then echoed.

Shown by, under a policy with allow_methods ["GET", "PUT", "DELETE"]:
    OPTIONS /open, Origin: <granted>, Access-Control-Request-Method: DEL    (Access-Control-Allow-Methods: DEL)
Severity: unsafe. A page may send methods that the policy does not list: PU, LETE, any
piece of the text. Methods that are no piece of it, such as PATCH here, are refused.
"""

import pathlib
import sys

sys.path.insert(0, str(pathlib.Path(__file__).resolve().parent.parent))

from support import Cors, serve


class Layer(Cors):
    def grants_method(self, request):
        return self.policy.grants_method(request.wanted_method) or request.wanted_method in ", ".join(self.policy.methods)

    def allow_methods(self, request):
        return request.wanted_method


serve(Layer)
