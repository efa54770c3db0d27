"""Fault: authentication runs before CORS and lets preflights through, but it knows a preflight by its
Access-Control-Request-Headers. Browsers send none where the script adds no header, and such a preflight gets 401.

Smallest exchange (any granted origin, PUT listed):
    OPTIONS /protected, Origin: https://app.example.com, Access-Control-Request-Method: PUT
        ->  401 (with every grant, but a preflight needs a status of 200 to 299)
Severity: broken; a PUT of the session's own page application never leaves the browser.
With a header asked for, or on /open, all is right.
"""
import os
import sys

sys.path.insert(0, os.path.join(os.path.dirname(os.path.abspath(__file__)), ".."))
from support import Response, TOKEN, application, authenticated, carried_names, run


def authentication(inner):
    def handle(request):
        if request.path == "/protected" and not authenticated(request):
            exempt = request.method == "OPTIONS" and request.get("Access-Control-Request-Headers")
            if not exempt:
                return Response(401, [("Content-Type", "text/plain"), ("WWW-Authenticate", "Bearer")], b"who are you?\n")
        return inner(request)
    return handle


def preflights(policy, inner):
    def handle(request):
        method = request.get("Access-Control-Request-Method")
        if request.method == "OPTIONS" and request.get("Origin") is not None and method is not None:
            return Response(204)
        return inner(request)
    return handle


def headers_of(policy, inner):
    """Outermost: adds the fields to whatever comes out."""
    def handle(request):
        response = inner(request)
        origin = request.get("Origin")
        response.add("Vary", "Origin")
        if origin is None or policy.trap:
            return response
        if not (policy.star or origin in policy.origins or policy.matches(origin)):
            return response
        carried = carried_names(response)
        response.add("Access-Control-Allow-Origin", origin)
        if policy.credentials:
            response.add("Access-Control-Allow-Credentials", "true")
        method = request.get("Access-Control-Request-Method")
        if request.method == "OPTIONS" and method is not None:
            asked = [n.strip(" ") for n in (request.get("Access-Control-Request-Headers") or "").split(",")]
            methods = [method] if "*" in policy.methods else policy.methods
            names = asked if "*" in policy.headers else policy.headers
            for field, values in (("Access-Control-Allow-Methods", methods), ("Access-Control-Allow-Headers", names)):
                text = ", ".join(value for value in values if TOKEN.fullmatch(value))
                if text:
                    response.add(field, text)
            response.add("Access-Control-Max-Age", str(policy.max_age))
        elif policy.expose:
            names = policy.expose if "*" not in policy.expose else carried if policy.credentials else ["*"]
            response.add("Access-Control-Expose-Headers", ", ".join(names))
        return response
    return handle


def build(policy):
    return headers_of(policy, authentication(preflights(policy, application(policy))))


run(build)
