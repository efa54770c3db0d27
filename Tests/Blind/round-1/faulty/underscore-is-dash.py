"""Header names are compared in the CGI way, X-Api-Key as HTTP_X_API_KEY, so x_api_key equals x-api-key.

Shown by, under a policy that lists a header with a dash, X-Api-Key:
    OPTIONS /open, Origin: <granted>, Access-Control-Request-Method: GET, Access-Control-Request-Headers: x_api_key
    → Access-Control-Allow-Headers: x_api_key
Severity: unsafe. A page may send a header that the policy does not list, and one that a proxy in front, which
cleans X-Api-Key, lets through.
"""

import pathlib
import sys

sys.path.insert(0, str(pathlib.Path(__file__).resolve().parent.parent))

from support import Cors, SAFELISTED_HEADERS, serve


def cgi_name(name):
    return "HTTP_" + name.upper().replace("-", "_")


class Layer(Cors):
    def grants_headers(self, request):
        granted = {cgi_name(name) for name in [*self.policy.headers, *SAFELISTED_HEADERS]}
        return self.policy.any_header or all(cgi_name(name) in granted for name in request.wanted_headers)

    def allow_headers(self, request):
        return ",".join(request.wanted_headers)


serve(Layer)
