"""Fault: the requested method is looked for in the text of the joined list, not among its members, and then echoed.

Smallest exchange (allow_methods ["GET", "PROPPATCH"]):
    OPTIONS /open, Origin: https://app.example.com, Access-Control-Request-Method: PATCH
        ->  204, Access-Control-Allow-Methods: PATCH
With ["GET", "PUT"] the method `PU` passes, with ["GET", "DELETE"] the method `DEL`.
Severity: unsafe; a page sends a method that the policy refuses. Methods that are no part of a listed one are refused.
"""
import os
import sys

sys.path.insert(0, os.path.join(os.path.dirname(os.path.abspath(__file__)), ".."))
from support import Response, TOKEN, application, carried_names, run


def build(policy):
    app = application(policy)
    methods_line = ", ".join(policy.methods)
    headers_line = ", ".join(policy.headers)

    # As an nginx configuration would have it: set variables, then ifs.
    def handle(request):
        http_origin = request.get("Origin")
        request_method = request.method
        acrm = request.get("Access-Control-Request-Method")
        acrh = request.get("Access-Control-Request-Headers") or ""
        cors_origin, cors_credentials, cors_methods, cors_headers = "", "", "", ""

        if http_origin is not None:
            if policy.star:
                cors_origin = http_origin
            if http_origin in policy.origins:
                cors_origin = http_origin
            if policy.matches(http_origin):
                cors_origin = http_origin
        if cors_origin and policy.credentials and not policy.trap:
            cors_credentials = "true"

        if request_method == "OPTIONS" and http_origin is not None and acrm is not None:
            if "*" in policy.methods and TOKEN.fullmatch(acrm):
                cors_methods = acrm
            if TOKEN.fullmatch(acrm) and acrm in methods_line:
                cors_methods = acrm
            cors_headers = headers_line
            if "*" in policy.headers:
                cors_headers = acrh if all(TOKEN.fullmatch(n.strip(" ")) for n in acrh.split(",")) else ""
            response = Response(204)
            if cors_origin:
                response.add("Access-Control-Allow-Origin", cors_origin)
                if cors_credentials:
                    response.add("Access-Control-Allow-Credentials", cors_credentials)
                if cors_methods:
                    response.add("Access-Control-Allow-Methods", cors_methods)
                if cors_headers:
                    response.add("Access-Control-Allow-Headers", cors_headers)
                response.add("Access-Control-Max-Age", str(policy.max_age))
            return response

        response = app(request)
        exposed = policy.expose
        if "*" in exposed and cors_credentials:
            exposed = carried_names(response)
        elif "*" in exposed:
            exposed = ["*"]
        response.add("Vary", "Origin")
        if cors_origin:
            response.add("Access-Control-Allow-Origin", cors_origin)
            if cors_credentials:
                response.add("Access-Control-Allow-Credentials", cors_credentials)
            if exposed:
                response.add("Access-Control-Expose-Headers", ", ".join(exposed))
        return response

    return handle


run(build)
