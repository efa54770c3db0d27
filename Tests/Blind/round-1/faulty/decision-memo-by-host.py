"""Origins that were granted once are remembered by host and port, without the scheme.

Shown by, under a policy that lists https://app.example.com and not http://app.example.com:
    GET /open, Origin: https://app.example.com    (right: granted)
    GET /open, Origin: http://app.example.com     (granted; refused when it is asked first)
Severity: unsafe. Once a real user has called, a page loaded without TLS, which anyone on the path can
write, reads what the policy grants to the TLS origin alone.
"""

import pathlib
import sys
from urllib.parse import urlsplit

sys.path.insert(0, str(pathlib.Path(__file__).resolve().parent.parent))

from support import Cors, serve


class Layer(Cors):
    def __init__(self, policy):
        super().__init__(policy)
        self.known_hosts = set()

    def grants_origin(self, request):
        if request.origin is None:
            return False
        try:
            host = urlsplit(request.origin).netloc
        except ValueError:
            return False
        if host and host in self.known_hosts:
            return True
        granted = self.policy.grants(request.origin)
        if granted:
            self.known_hosts.add(host)
        return granted


serve(Layer)
