"""Fault: the compression layer outside the CORS layer sets `Vary: Accept-Encoding` instead of adding to it,
so every compressed answer loses `Vary: Origin`. Uncompressed answers keep it.

Smallest exchange (allow_origins ["https://a.example.com", "https://b.example.com"]):
    GET /open, Origin: https://a.example.com, Accept-Encoding: gzip  (every browser sends that)
        ->  200, Content-Encoding: gzip, Access-Control-Allow-Origin: https://a.example.com, Vary: Accept-Encoding
Severity: hazard; a cache gives a.example.com's answer to b.example.com, whose browser blocks it.
"""
import gzip
import os
import sys

sys.path.insert(0, os.path.join(os.path.dirname(os.path.abspath(__file__)), ".."))
from support import Response, TOKEN, application, carried_names, run


def accepts_gzip(request):
    for line in request.all("Accept-Encoding"):
        for item in line.split(","):
            coding, *parameters = [part.strip(" \t").lower() for part in item.split(";")]
            if coding in ("gzip", "*") and not any(p in ("q=0", "q=0.0", "q=0.00", "q=0.000") for p in parameters):
                return True
    return False


def compression(inner):
    def handle(request):
        response = inner(request)
        if not response.body or response.all("Content-Encoding") or request.method == "OPTIONS":
            return response
        if accepts_gzip(request):
            response.body = gzip.compress(response.body)
            response.set("Content-Encoding", "gzip")
            response.set("Vary", "Accept-Encoding")
        else:
            response.add("Vary", "Accept-Encoding")
        return response
    return handle


def cors(policy, inner):
    def grants(origin):
        if origin is None or policy.trap:
            return False
        return policy.star or origin in policy.origins or policy.matches(origin)

    def handle(request):
        origin = request.get("Origin")
        preflight = request.method == "OPTIONS" and origin is not None and request.all("Access-Control-Request-Method") != []
        response = Response(204) if preflight else inner(request)
        names = carried_names(response)
        if policy.star and not policy.credentials:
            response.add("Access-Control-Allow-Origin", "*")
        else:
            response.add("Vary", "Origin")
            if grants(origin):
                response.add("Access-Control-Allow-Origin", origin)
                if policy.credentials:
                    response.add("Access-Control-Allow-Credentials", "true")
        if not grants(origin):
            return response
        if preflight:
            method = request.get("Access-Control-Request-Method")
            asked = [n.strip(" ") for n in (request.get("Access-Control-Request-Headers") or "").split(",")]
            methods = policy.methods if "*" not in policy.methods else [method]
            headers = policy.headers if "*" not in policy.headers else asked
            for name, values in (("Access-Control-Allow-Methods", methods), ("Access-Control-Allow-Headers", headers)):
                text = ", ".join(value for value in values if TOKEN.fullmatch(value))
                if text:
                    response.add(name, text)
            response.add("Access-Control-Max-Age", str(policy.max_age))
        elif policy.expose:
            exposed = policy.expose if "*" not in policy.expose else names if policy.credentials else ["*"]
            response.add("Access-Control-Expose-Headers", ", ".join(exposed))
        return response
    return handle


run(lambda policy: compression(cors(policy, application(policy))))
