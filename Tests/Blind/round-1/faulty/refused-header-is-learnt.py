"""A refused header name is added to the list itself: the second preflight that asks for it is granted.

Shown by, under a policy with listed headers (not ["*"]):
    OPTIONS /open, Origin: <granted>, Access-Control-Request-Method: GET, Access-Control-Request-Headers: x-invented
    the same again    (first refused, then granted)
Severity: unsafe. What any granted page asks for twice, it may send, and so may all others from then on.
The cause is += on a list that was meant to be a copy.
"""

import pathlib
import sys

sys.path.insert(0, str(pathlib.Path(__file__).resolve().parent.parent))

from support import Cors, SAFELISTED_HEADERS, serve


class Layer(Cors):
    def __init__(self, policy):
        super().__init__(policy)
        self.granted_names = policy.listed_headers + list(SAFELISTED_HEADERS)

    def grants_headers(self, request):
        if self.policy.any_header:
            return True
        seen = self.granted_names
        unknown = [name for name in request.wanted_headers if name not in seen]
        seen += unknown
        return not unknown

    def allow_headers(self, request):
        return ", ".join(request.wanted_headers if self.policy.any_header else self.granted_names)


serve(Layer)
