"""Fault: writes from refused origins are answered 403, which is allowed, but the guard recognises a same-origin
write by comparing the origin's host name with the Host field, which holds the port. On any port but the
default one, the site's own forms and scripts get 403.

Smallest exchange (any policy that does not grant the server's own origin; the server on port 8000):
    POST /open, Host: 127.0.0.1:8000, Origin: http://127.0.0.1:8000  ->  403 (without Origin: 200)
Severity: broken; a same-origin POST must get the status that it gets without Origin. GET is never refused.
"""
import os
import sys
from urllib.parse import urlsplit

sys.path.insert(0, os.path.join(os.path.dirname(os.path.abspath(__file__)), ".."))
from support import Response, TOKEN, application, carried_names, run


def host_name(origin):
    try:
        return urlsplit(origin).hostname
    except ValueError:
        return None


class Guard:
    """Refuses writes of origins that are neither granted nor the server's own."""

    def __init__(self, inner, granted):
        self.inner, self.granted = inner, granted

    def __call__(self, request):
        origin = request.get("Origin")
        if origin is not None and request.method not in ("GET", "HEAD", "OPTIONS") and not self.granted(origin):
            if host_name(origin) != (request.get("Host") or "").lower():
                return Response(403, [("Content-Type", "text/plain"), ("Vary", "Origin")], b"cross-site write\n")
        return self.inner(request)


class Cors:
    def __init__(self, policy):
        self.policy = policy
        self.credentials = policy.credentials and not policy.trap
        self.inner = Guard(application(policy), self.granted)

    def granted(self, origin):
        return self.policy.star or origin in self.policy.origins or self.policy.matches(origin)

    def __call__(self, request):
        origin = request.get("Origin")
        if request.method == "OPTIONS" and origin is not None and request.get("Access-Control-Request-Method") is not None:
            response = self.preflight(request)
        else:
            response = self.inner(request)
            self.expose(response)
        if self.policy.star and not self.policy.credentials:
            response.add("Access-Control-Allow-Origin", "*")
            return response
        response.add("Vary", "Origin")
        if origin is not None and self.granted(origin):
            response.add("Access-Control-Allow-Origin", origin)
            if self.credentials:
                response.add("Access-Control-Allow-Credentials", "true")
        return response

    def preflight(self, request):
        response = Response(204)
        for field, listed, asked in (
                ("Access-Control-Allow-Methods", self.policy.methods, request.get("Access-Control-Request-Method")),
                ("Access-Control-Allow-Headers", self.policy.headers, request.get("Access-Control-Request-Headers"))):
            values = [v.strip(" ") for v in (asked or "").split(",")] if "*" in listed else listed
            values = [v for v in values if TOKEN.fullmatch(v)]
            if values:
                response.add(field, ",".join(values))
        response.add("Access-Control-Max-Age", str(self.policy.max_age))
        return response

    def expose(self, response):
        names = self.policy.expose
        if "*" in names:
            names = carried_names(response) if self.credentials else ["*"]
        if names:
            response.add("Access-Control-Expose-Headers", ", ".join(names))


run(Cors)
