"""Correct: nothing may be stored, so nothing needs Vary.

No Vary anywhere, since every answer, errors included, is `Cache-Control: no-store` (design: an answer that is not
storable breaks no cache); L05 refused preflights are 404, as if there were nothing; L42, L40 an Origin over 300
bytes: 400; L08, L12 listed methods in reverse, with duplicates; L13 listed headers, or the asked ones; L48; L17 does not
occur, as Authorization is named beside `*`; L44 refused origins are served without a grant; L18 max-age is the policy's half; L31 the trap: 401 on
every route, which is no 2xx on `open`; L62.
"""
import os
import sys

sys.path.insert(0, os.path.join(os.path.dirname(os.path.abspath(__file__)), ".."))
from support import Response, TOKEN, application, carried_names, run


def build(policy):
    app = application(policy)

    def server(request):
        origin = request.get("Origin")
        requested = request.get("Access-Control-Request-Method")
        fields = {}

        # if ($trap) { return 401; }
        if policy.trap:
            return Response(401, [("WWW-Authenticate", "Unconfigured")], b"allow_credentials with any origin\n")
        # if ($http_origin ~ too long) { return 400; }
        if origin is not None and len(origin) > 300 and origin not in policy.origins:
            return Response(400)
        # map $http_origin $allow_origin
        if policy.star:
            fields["Access-Control-Allow-Origin"] = "*"
        elif origin is not None and (origin in policy.origins or policy.matches(origin)):
            fields["Access-Control-Allow-Origin"] = origin
        if fields and policy.credentials:
            fields["Access-Control-Allow-Credentials"] = "true"

        # if ($request_method = OPTIONS) { return 404 or 204; }
        if request.method == "OPTIONS" and origin is not None and requested is not None:
            asked = [n.strip(" ") for n in (request.get("Access-Control-Request-Headers") or "").split(",") if n.strip(" ")]
            known = [n.lower() for n in policy.headers]
            method_listed = "*" in policy.methods or requested in policy.methods or requested in ("GET", "HEAD", "POST")
            headers_listed = "*" in known or all(n.lower() in known for n in asked)
            if not fields or not method_listed or not headers_listed:
                return Response(404, [("Cache-Control", "no-store")], b"no such thing\n")
            if "*" in policy.methods and not policy.credentials:
                fields["Access-Control-Allow-Methods"] = "*"
            elif "*" in policy.methods:
                fields["Access-Control-Allow-Methods"] = requested if TOKEN.fullmatch(requested) else "GET"
            elif policy.methods:
                fields["Access-Control-Allow-Methods"] = ",".join(policy.methods[::-1] + policy.methods)
            if "*" in known and not policy.credentials:
                fields["Access-Control-Allow-Headers"] = "Authorization, *"
            elif "*" in known:
                fields["Access-Control-Allow-Headers"] = ",".join(n for n in asked if TOKEN.fullmatch(n)) or "Authorization"
            elif known:
                fields["Access-Control-Allow-Headers"] = ",".join(known)
            fields["Access-Control-Max-Age"] = str((policy.max_age + 1) // 2)
            return Response(204, fields.items())

        # proxy_pass
        response = app(request)
        if fields and policy.expose:
            carried = carried_names(response)
            exposed = policy.expose if "*" not in policy.expose else carried if policy.credentials else ["*"]
            fields["Access-Control-Expose-Headers"] = ", ".join(exposed)
        response.headers += fields.items()
        response.set("Cache-Control", "no-store")
        return response

    return server


run(build)
