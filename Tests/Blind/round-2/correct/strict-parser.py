"""Correct: whatever no browser would send is refused, and nothing more is granted than is asked for and listed.

L40, L41 malformed or repeated Origin: 400; L42, L24 long ones: 431; L23, L25 requested headers that are not lower-case,
sorted, unique and on one line: 400; L05 a refused method 405, a refused header 400, a refused origin 403; L06 those of
granted origins carry the grant all the same; L10 GET, HEAD and POST are refused unless listed; L45 answers to methods
that are not listed carry no grant; L22 OPTIONS with a request method but without origin: 404; L31 the trap is refused
at start; L51 Vary: Origin always; L13 an echo.
"""
import os
import re
import sys

sys.path.insert(0, os.path.join(os.path.dirname(os.path.abspath(__file__)), ".."))
from support import Response, TOKEN, application, carried_names, refuse, run

LOOKS_LIKE_ORIGIN = re.compile(r"null|[a-z][a-z0-9+.-]*://[^/?#@\\\s,A-Z]*")


class Rejected(Exception):
    def __init__(self, status, fields=()):
        self.status, self.fields = status, fields


class StrictCORS:
    def __init__(self, policy):
        if policy.trap:
            refuse("credentials are for named origins")
        self.policy, self.app = policy, application(policy)
        self.headers = {name.lower() for name in policy.headers}

    def origin(self, request):
        lines = request.all("Origin")
        if not lines:
            return None
        if len(lines) > 1:
            raise Rejected(400)
        if len(lines[0]) > 1024 and not self.granted(lines[0]):
            raise Rejected(431)
        if not self.granted(lines[0]) and not LOOKS_LIKE_ORIGIN.fullmatch(lines[0]):
            raise Rejected(400)
        return lines[0]

    def granted(self, origin):
        return origin is not None and (self.policy.star or origin in self.policy.origins or self.policy.matches(origin))

    def grant(self, origin):
        fields = [("Access-Control-Allow-Origin", "*" if self.policy.star else origin)]
        return fields + ([("Access-Control-Allow-Credentials", "true")] if self.policy.credentials else [])

    def lists(self, method):
        return method in self.policy.methods or ("*" in self.policy.methods and TOKEN.fullmatch(method) is not None)

    def preflight(self, request, origin):
        if not self.granted(origin):
            raise Rejected(403)
        fields = self.grant(origin)
        method = request.all("Access-Control-Request-Method")
        if len(method) != 1 or not self.lists(method[0]):
            raise Rejected(405, fields)
        fields.append(("Access-Control-Allow-Methods", method[0]))
        lines = request.all("Access-Control-Request-Headers")
        if len(lines) > 1:
            raise Rejected(400)
        if lines and lines[0]:
            if len(lines[0]) > 16384:
                raise Rejected(431)
            names = lines[0].split(",")
            if names != sorted(set(names)) or any(n != n.lower() or not TOKEN.fullmatch(n) for n in names):
                raise Rejected(400)
            if "*" not in self.headers and not self.headers.issuperset(names):
                raise Rejected(400, fields)
            fields.append(("Access-Control-Allow-Headers", lines[0]))
        return Response(204, fields + [("Access-Control-Max-Age", str(self.policy.max_age))])

    def actual(self, request, origin):
        response = self.app(request)
        if self.granted(origin) and self.lists(request.method):
            names = self.policy.expose
            if "*" in names and self.policy.credentials:
                names = carried_names(response)
            response.headers += self.grant(origin)
            if names:
                response.add("Access-Control-Expose-Headers", ", ".join(names))
        return response

    def __call__(self, request):
        try:
            origin = self.origin(request)
            if request.method == "OPTIONS" and request.get("Access-Control-Request-Method") is not None:
                if origin is None:
                    raise Rejected(404)
                response = self.preflight(request, origin)
            else:
                response = self.actual(request, origin)
        except Rejected as why:
            response = Response(why.status, why.fields, b"rejected\n")
        response.add("Vary", "Origin")
        return response


run(StrictCORS)
