"""Fault: listed origins are looked up by binary search in the list as the policy gives it, which need not be sorted.

Somebody made the lookup quick for a tenant with four hundred origins, whose file happened to be sorted.

Smallest exchange (allow_origins ["https://b.example.com", "https://a.example.com"]):
    GET /open, Origin: https://a.example.com  ->  no Access-Control-Allow-Origin
Severity: broken; a browser blocks an origin that the policy grants. Sorted lists and lists of one entry are right.
"""
import os
import sys
from bisect import bisect_left

sys.path.insert(0, os.path.join(os.path.dirname(os.path.abspath(__file__)), ".."))
from support import Response, TOKEN, application, carried_names, run


def build(policy):
    app = application(policy)
    with_credentials = policy.credentials and not policy.trap

    def granted_origin(request):
        origin = request.get("Origin")
        if origin is None:
            return None
        if policy.star or policy.matches(origin):
            return origin
        at = bisect_left(policy.origins, origin)
        return origin if at < len(policy.origins) and policy.origins[at] == origin else None

    def tokens(request, name):
        return [token for token in (part.strip(" \t") for part in (request.get(name) or "").split(",")) if TOKEN.fullmatch(token)]

    # One row a field: name, on preflights, on answers, value (None leaves the field out).
    table = [
        ("Access-Control-Allow-Origin", True, True, lambda q, a, o: o),
        ("Access-Control-Allow-Credentials", True, True, lambda q, a, o: "true" if o and with_credentials else None),
        ("Access-Control-Allow-Methods", True, False, lambda q, a, o: ", ".join(
            tokens(q, "Access-Control-Request-Method") if "*" in policy.methods else policy.methods) or None),
        ("Access-Control-Allow-Headers", True, False, lambda q, a, o: ", ".join(
            tokens(q, "Access-Control-Request-Headers") if "*" in policy.headers else policy.headers) or None),
        ("Access-Control-Max-Age", True, False, lambda q, a, o: str(policy.max_age)),
        ("Access-Control-Expose-Headers", False, True, lambda q, a, o: ", ".join(
            policy.expose if "*" not in policy.expose
            else ["*"] if not with_credentials
            else carried_names(a)) or None),
        ("Vary", True, True, lambda q, a, o: "Origin"),
    ]

    def handle(request):
        preflight = (request.method == "OPTIONS" and request.get("Origin") is not None
                     and request.get("Access-Control-Request-Method") is not None)
        response = Response(200, [("Content-Type", "text/plain")], b"OK") if preflight else app(request)
        origin = granted_origin(request)
        for name, on_preflight, on_answer, value in table:
            if on_preflight if preflight else on_answer:
                text = value(request, response, origin)
                if text is not None:
                    response.add(name, text)
        return response

    return handle


run(build)
