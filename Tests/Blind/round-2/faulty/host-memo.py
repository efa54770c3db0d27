"""Fault: the regex is slow, so its yes is remembered, under the host and port: the scheme is not part of the key.

Once https://a.example.com has been granted, http://a.example.com (or any other scheme) is granted from memory.

Smallest exchange (allow_origin_regex "https://.*\\.example\\.com"), in this order on one instance:
    GET /open, Origin: https://a.example.com  ->  granted, rightly
    GET /open, Origin: http://a.example.com   ->  Access-Control-Allow-Origin: http://a.example.com
Severity: unsafe; a page that an attacker on the network has put in place over plain http reads the answer.
Before the first grant the answer is right, and so is every refused host.
"""
import os
import sys

sys.path.insert(0, os.path.join(os.path.dirname(os.path.abspath(__file__)), ".."))
from support import Response, TOKEN, application, carried_names, run


def split_list(line):
    return [item.strip(" \t") for item in (line or "").split(",") if item.strip(" \t")]


def build(policy):
    app = application(policy)
    seen_hosts = set()
    credentials = policy.credentials and not policy.trap
    lower_names = [n.lower() for n in policy.headers]

    def regex_grants(origin):
        host = origin.partition("://")[2]
        if host and host in seen_hosts:
            return True
        if policy.matches(origin):
            if host and len(seen_hosts) < 10000:
                seen_hosts.add(host)
            return True
        return False

    def decide(origin):
        if origin is None:
            return None
        if policy.origins == ["*"] or origin in policy.origins or regex_grants(origin):
            return origin
        return None

    def stamp(response, origin):
        response.headers += [("Access-Control-Allow-Origin", origin)]
        if credentials:
            response.headers += [("Access-Control-Allow-Credentials", "true")]

    def preflight(request, origin):
        if origin is None:
            return Response(403, [("Vary", "Origin")], b"origin refused")
        response = Response(200, [("Vary", "Origin, Access-Control-Request-Method, Access-Control-Request-Headers")])
        stamp(response, origin)
        method = request.get("Access-Control-Request-Method")
        if "*" not in policy.methods and method not in policy.methods:
            response.status = 400
        elif TOKEN.fullmatch(method):
            response.add("Access-Control-Allow-Methods", method)
        names = split_list(request.get("Access-Control-Request-Headers"))
        good = [n for n in names if TOKEN.fullmatch(n) and ("*" in lower_names or n.lower() in lower_names)]
        if len(good) < len(names):
            response.status = 400
        if good:
            response.add("Access-Control-Allow-Headers", ", ".join(good))
        response.add("Access-Control-Max-Age", "%d" % policy.max_age)
        return response

    def handle(request):
        origin = decide(request.get("Origin"))
        if request.method == "OPTIONS" and request.all("Origin") and request.all("Access-Control-Request-Method"):
            return preflight(request, origin)
        response = app(request)
        response.add("Vary", "Origin")
        if origin is not None:
            exposed = policy.expose
            if "*" in exposed:
                exposed = carried_names(response) if credentials else ["*"]
            stamp(response, origin)
            if exposed:
                response.add("Access-Control-Expose-Headers", ", ".join(exposed))
        return response

    return handle


run(build)
