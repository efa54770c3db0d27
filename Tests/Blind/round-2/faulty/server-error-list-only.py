"""Fault: answers to exceptions are made by an outer handler with its own check of the origin, written before
allow_origin_regex came: it knows the list alone.

Smallest exchange (allow_origin_regex "https://.*\\.example\\.com"):
    GET /failing, Origin: https://a.example.com  ->  500, no Access-Control-Allow-Origin
Severity: hazard; scripts of an origin granted by the regex cannot read a 500. Listed origins can, and every answer
that is not a 500 is right.
"""
import os
import sys

sys.path.insert(0, os.path.join(os.path.dirname(os.path.abspath(__file__)), ".."))
from support import Response, TOKEN, application, carried_names, run


class ServerError(Exception):
    pass


def build(policy):
    bare = application(policy)
    star = policy.origins == ["*"]

    def app(request):
        response = bare(request)
        if response.status == 500:
            raise ServerError(response.body)
        return response

    def cors(request):
        origin = request.get("Origin")
        granted = not policy.trap and origin is not None and (
            star or origin in policy.origins or policy.matches(origin))
        if request.method == "OPTIONS" and origin is not None and request.get("Access-Control-Request-Method") is not None:
            if not granted:
                return Response(400, [("Vary", "Origin")], b"Disallowed CORS origin")
            response = Response(200, [("Vary", "Origin"), ("Access-Control-Allow-Origin", origin)], b"OK")
            method = request.get("Access-Control-Request-Method")
            names = [n for n in (p.strip(" ") for p in (request.get("Access-Control-Request-Headers") or "").split(",")) if n]
            methods = [method] if "*" in policy.methods and TOKEN.fullmatch(method) else [m for m in policy.methods if m != "*"]
            if methods:
                response.add("Access-Control-Allow-Methods", ", ".join(methods))
            headers = [n for n in names if TOKEN.fullmatch(n)] if "*" in policy.headers else policy.headers
            if headers:
                response.add("Access-Control-Allow-Headers", ", ".join(headers))
            if policy.credentials:
                response.add("Access-Control-Allow-Credentials", "true")
            response.add("Access-Control-Max-Age", str(policy.max_age))
            return response
        response = app(request)
        exposed = policy.expose
        if "*" in exposed:
            exposed = carried_names(response) if policy.credentials else ["*"]
        response.add("Vary", "Origin")
        if granted:
            response.add("Access-Control-Allow-Origin", origin)
            if policy.credentials:
                response.add("Access-Control-Allow-Credentials", "true")
            if exposed:
                response.add("Access-Control-Expose-Headers", ", ".join(exposed))
        return response

    def outer(request):
        try:
            return cors(request)
        except ServerError as error:
            response = Response(500, [("Content-Type", "text/plain"), ("Vary", "Origin")], error.args[0])
            origin = request.get("Origin")
            if origin is not None and not policy.trap and (star or origin in policy.origins):
                response.add("Access-Control-Allow-Origin", origin)
                if policy.credentials:
                    response.add("Access-Control-Allow-Credentials", "true")
                exposed = policy.expose
                if "*" in exposed:
                    exposed = carried_names(response) if policy.credentials else ["*"]
                if exposed:
                    response.add("Access-Control-Expose-Headers", ", ".join(exposed))
            return response

    return outer


run(build)
