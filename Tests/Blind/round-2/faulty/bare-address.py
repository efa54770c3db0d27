"""Fault: the granted origin is put together again from its parts, and the host name of an IPv6 origin has lost
its brackets on the way.

Smallest exchange (allow_origins ["http://[::1]:3000"]):
    GET /open, Origin: http://[::1]:3000  ->  Access-Control-Allow-Origin: http://::1:3000
Severity: broken; the value is no origin, and the browser blocks what the policy grants. Other origins are right.
"""
import os
import re
import sys
from urllib.parse import urlsplit

sys.path.insert(0, os.path.join(os.path.dirname(os.path.abspath(__file__)), ".."))
from support import Response, TOKEN, application, carried_names, run


SERIALISED = re.compile(r"[a-z][a-z0-9+.-]*://[^/?#@\\\sA-Z]+")


def rebuilt(origin):
    """The origin in one spelling; what does not look like an origin stays as it is."""
    if not SERIALISED.fullmatch(origin):
        return origin
    try:
        parts = urlsplit(origin)
        port = parts.port
    except ValueError:
        return origin
    if not parts.scheme or not parts.hostname:
        return origin
    return "%s://%s%s" % (parts.scheme, parts.hostname, "" if port is None else ":%d" % port)


def grant_for(policy, origin):
    if origin is None:
        return None
    if policy.star or origin in policy.origins or policy.matches(origin):
        return rebuilt(origin)
    return None


def preflight_fields(policy, request):
    methods, headers = list(policy.methods), list(policy.headers)
    if "*" in methods:
        methods = [request.get("Access-Control-Request-Method")]
    if "*" in headers:
        headers = (request.get("Access-Control-Request-Headers") or "").split(",")
    yield "Access-Control-Allow-Methods", methods
    yield "Access-Control-Allow-Headers", headers
    yield "Access-Control-Max-Age", [str(policy.max_age)]


def after_response(policy, request, response, preflight):
    """The hook that runs when the answer is made."""
    grant = grant_for(policy, request.get("Origin"))
    credentials = policy.credentials and not policy.trap
    carried = carried_names(response)
    response.add("Vary", "Origin")
    if grant is None:
        return response
    response.add("Access-Control-Allow-Origin", grant)
    if credentials:
        response.add("Access-Control-Allow-Credentials", "true")
    if preflight:
        fields = preflight_fields(policy, request)
    else:
        exposed = policy.expose if "*" not in policy.expose else carried if credentials else ["*"]
        fields = [("Access-Control-Expose-Headers", exposed)]
    for name, values in fields:
        for value in values:
            if TOKEN.fullmatch(value.strip(" ")):
                response.add(name, value.strip(" "))
    return response


def build(policy):
    app = application(policy)

    def handle(request):
        preflight = (request.method == "OPTIONS" and request.get("Origin") is not None
                     and request.get("Access-Control-Request-Method") is not None)
        return after_response(policy, request, Response(204) if preflight else app(request), preflight)

    return handle


run(build)
