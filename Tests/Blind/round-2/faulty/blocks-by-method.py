"""Fault: an nginx-like configuration with a block for each method, copied from the well-known snippet; the line
with the exposed headers was added to the block for reads, and forgotten in the block for writes.

Smallest exchange (expose_headers ["X-Total-Count"], allow_methods ["GET", "POST"]):
    POST /open, Origin: https://app.example.com  ->  no Access-Control-Expose-Headers
Severity: broken; scripts cannot read what the policy exposes. GET and HEAD are right.
"""
import os
import sys

sys.path.insert(0, os.path.join(os.path.dirname(os.path.abspath(__file__)), ".."))
from support import Response, TOKEN, application, carried_names, run


def build(policy):
    app = application(policy)
    anyone = policy.origins == ["*"]
    credentials = policy.credentials and not policy.trap

    def add_header(response, name, value):
        # As in nginx: a field with an empty value is not sent.
        if value:
            response.add(name, value)

    def location(request):
        origin = request.get("Origin")
        allow = ""
        if anyone:
            allow = "*" if not policy.credentials else (origin or "")
        elif origin and (origin in policy.origins or policy.matches(origin)):
            allow = origin
        allow_credentials = "true" if allow and credentials else ""

        if request.method == "OPTIONS" and origin is not None and request.get("Access-Control-Request-Method") is not None:
            method = request.get("Access-Control-Request-Method")
            asked = request.get("Access-Control-Request-Headers") or ""
            response = Response(204)
            add_header(response, "Access-Control-Allow-Origin", allow)
            add_header(response, "Access-Control-Allow-Credentials", allow_credentials)
            if "*" in policy.methods:
                add_header(response, "Access-Control-Allow-Methods", method if TOKEN.fullmatch(method) else "")
            else:
                add_header(response, "Access-Control-Allow-Methods", ", ".join(policy.methods))
            if "*" in policy.headers:
                add_header(response, "Access-Control-Allow-Headers", ", ".join(
                    n for n in (part.strip(" ") for part in asked.split(",")) if TOKEN.fullmatch(n)))
            else:
                add_header(response, "Access-Control-Allow-Headers", ", ".join(policy.headers))
            add_header(response, "Access-Control-Max-Age", str(policy.max_age))
            return response

        response = app(request)
        if request.method in ("GET", "HEAD"):
            exposed = policy.expose
            if "*" in exposed:
                exposed = carried_names(response) if policy.credentials else ["*"]
            add_header(response, "Vary", "Origin")
            add_header(response, "Access-Control-Allow-Origin", allow)
            add_header(response, "Access-Control-Allow-Credentials", allow_credentials)
            add_header(response, "Access-Control-Expose-Headers", ", ".join(exposed) if allow else "")
        else:
            add_header(response, "Vary", "Origin")
            add_header(response, "Access-Control-Allow-Origin", allow)
            add_header(response, "Access-Control-Allow-Credentials", allow_credentials)
        return response

    return location


run(build)
