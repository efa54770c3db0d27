"""Right, and says no with statuses: 403, 405, 400 and 431 where others stay silent.

L05: a refused preflight is 403 (origin), 405 (method) or 400 (header), without any CORS header. L23, L24 and L25:
a header list that no browser sends (upper case, spaces, unsorted, duplicates, several lines, very long) is 400.
L40, L41 and L42: an Origin without a scheme, twice, or overlong is 400 or 431. L44: an actual request from a refused
origin is 403, unless it is the server's own. L54: those 403 carry no Vary. L22: OPTIONS without Origin is
404 where OPTIONS is not listed. Rejected preflights close the connection.
Trap: grants nothing, and so every foreign origin gets 403.
"""

import pathlib
import sys

sys.path.insert(0, str(pathlib.Path(__file__).resolve().parent.parent))

from support import Response, application, serve

LONGEST_ORIGIN = 512
LONGEST_LIST = 8192


def is_browser_form(lines):
    if len(lines) > 1 or len("".join(lines)) > LONGEST_LIST:
        return False
    names = lines[0].split(",") if lines and lines[0] else []
    return all(name and name == name.strip().lower() for name in names) and names == sorted(set(names))


def no(status, why):
    return Response(status, [("Content-Type", "text/plain")], why)


class Layer:
    def __init__(self, policy):
        self.policy = policy

    def handle(self, request):
        origins = request.all("origin")
        if not origins:
            if request.method == "OPTIONS" and "OPTIONS" not in self.policy.methods:
                return no(404, b"OPTIONS is for preflights\n")
            return self.with_grant(request, application(request, self.policy))
        origin = origins[0]
        if len(origins) > 1 or (origin != "null" and "://" not in origin):
            return no(400, b"bad Origin\n")
        if len(origin) > LONGEST_ORIGIN and origin not in self.policy.origins:
            return no(431, b"Origin too long\n")
        if request.is_preflight:
            response = self.preflight(request)
            response.close = response.status >= 400
            return response
        is_own = origin in (f"http://{request.get('host')}", f"https://{request.get('host')}")
        if not self.grants(origin) and not is_own:
            return no(403, b"foreign origin\n")
        return self.with_grant(request, application(request, self.policy))

    def grants(self, origin):
        return self.policy.grants(origin) and not self.policy.is_trap

    def with_grant(self, request, response):
        policy = self.policy
        response.add("Vary", "Origin")
        if not self.grants(request.origin):
            return response
        response.add("Access-Control-Allow-Origin", request.origin)
        if policy.credentials:
            response.add("Access-Control-Allow-Credentials", "true")
        if policy.exposed and not request.is_preflight:
            names = response.names() if policy.any_exposed else policy.exposed
            response.add("Access-Control-Expose-Headers", ", ".join(names))
        return response

    def preflight(self, request):
        policy = self.policy
        if not self.grants(request.origin):
            return no(403, b"foreign origin\n")
        if not policy.grants_method(request.wanted_method):
            return no(405, b"method not allowed\n")
        if not is_browser_form(request.all("access-control-request-headers")):
            return no(400, b"no browser wrote this\n")
        if not all(policy.grants_header(name) for name in request.wanted_headers):
            return no(400, b"header not allowed\n")
        response = self.with_grant(request, Response(204))
        response.add("Access-Control-Allow-Methods", request.wanted_method)
        if request.wanted_headers:
            response.add("Access-Control-Allow-Headers", ",".join(request.wanted_headers))
        response.add("Access-Control-Max-Age", str(policy.max_age))
        return response


serve(Layer)
