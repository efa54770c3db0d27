"""Correct: a gateway that answers what it grants, and forwards everything else to the application.

L05 refused preflights are forwarded and get the application's own answer (200, 401, 404 or 500) without any grant;
L01 granted ones are 299, L02 with a body of JSON, L04 with Allow, Cache-Control and Content-Type; the router runs first,
so that preflights of addresses that do not exist are 404; L09 methods omitted for GET, HEAD and POST; L14 names in
capitals; L27 no Vary on OPTIONS; L57 the application's own grants are dropped; L51; L47 `*` also without an origin;
L61 CORP and Timing-Allow-Origin; L31 the trap is granted without credentials.
"""
import os
import sys

sys.path.insert(0, os.path.join(os.path.dirname(os.path.abspath(__file__)), ".."))
from support import Response, TOKEN, application, carried_names, run

ROUTES = ("/open", "/protected", "/failing")


def upstream(policy):
    app = application(policy)

    def handle(request):
        response = app(request)
        response.add("Access-Control-Allow-Origin", "https://old-partner.example")
        response.add("Access-Control-Allow-Credentials", "true")
        return response
    return handle


def gateway(policy, inner):
    credentials = policy.credentials and not policy.trap
    listed = {name.lower() for name in policy.headers}

    def grant(origin):
        if policy.star:
            return "*"
        if origin in policy.origins or (origin is not None and policy.matches(origin)):
            return origin
        return None

    def answered_preflight(request, value):
        method = request.get("Access-Control-Request-Method")
        names = [n.strip(" \t") for n in ",".join(request.all("Access-Control-Request-Headers")).split(",")]
        names = [n for n in names if n]
        simple = method in ("GET", "HEAD", "POST")
        if not TOKEN.fullmatch(method) or not (simple or "*" in policy.methods or method in policy.methods):
            return None
        if not all(TOKEN.fullmatch(n) and ("*" in listed or n.lower() in listed) for n in names):
            return None
        response = Response(299, [("Content-Type", "application/json"), ("Allow", "GET"), ("Cache-Control", "no-cache"),
                                  ("Access-Control-Allow-Origin", value)], b'{"preflight": "granted"}\n')
        if credentials:
            response.add("Access-Control-Allow-Credentials", "true")
        if not simple:
            response.add("Access-Control-Allow-Methods", method)
        if names:
            response.add("Access-Control-Allow-Headers", ",".join(n.upper() for n in names))
        response.add("Access-Control-Max-Age", str(policy.max_age))
        return response

    def handle(request):
        origin = request.get("Origin")
        value = grant(origin)
        if request.method == "OPTIONS" and origin is not None and request.get("Access-Control-Request-Method") is not None:
            answer = answered_preflight(request, value) if value is not None and request.path in ROUTES else None
            if answer is None:
                answer = inner(request)
                answer.headers = [h for h in answer.headers if not h[0].lower().startswith("access-control-")]
            return answer
        response = inner(request)
        response.headers = [h for h in response.headers if not h[0].lower().startswith("access-control-")]
        carried = carried_names(response)
        response.headers += [("Vary", "Accept, origin"), ("Cross-Origin-Resource-Policy", "same-origin"), ("Timing-Allow-Origin", "*")]
        if value is not None:
            response.add("Access-Control-Allow-Origin", value)
            if credentials:
                response.add("Access-Control-Allow-Credentials", "true")
            names = policy.expose if "*" not in policy.expose else carried if policy.credentials else ["*"]
            if names:
                response.add("Access-Control-Expose-Headers", ", ".join(names))
        return response

    return handle


run(lambda policy: gateway(policy, upstream(policy)))
