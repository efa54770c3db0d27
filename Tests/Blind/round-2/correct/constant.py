"""Correct: the fields are computed once, at start, wherever that is possible.

L30 with one listed origin and no regex, that origin goes to everyone, refused origins and requests without an origin
included; L47, L52 no Vary then, nor with `*`; L41 so also with two Origin lines; L53 otherwise `Vary: *`; L32
Access-Control-Allow-Credentials on every answer, whether or not an origin is granted; L07, L46 methods, headers and
max-age on every answer; L01 preflights are 202; L21 so are those without an origin; L31 the trap grants nothing;
L18 a stated max_age of 0 is absent.
"""
import os
import sys

sys.path.insert(0, os.path.join(os.path.dirname(os.path.abspath(__file__)), ".."))
from support import Response, TOKEN, application, carried_names, run


def build(policy):
    app = application(policy)
    one = policy.origins[0] if len(policy.origins) == 1 and policy.regex is None and not policy.trap else None
    if policy.star and not policy.credentials:
        one = "*"

    constant = []
    if policy.credentials and not policy.trap:
        constant.append(("Access-Control-Allow-Credentials", "true"))
    if policy.methods and "*" not in policy.methods:
        constant.append(("Access-Control-Allow-Methods", ", ".join(policy.methods)))
    if policy.headers and "*" not in policy.headers:
        constant.append(("Access-Control-Allow-Headers", ", ".join(policy.headers)))
    if policy.max_age:
        constant.append(("Access-Control-Max-Age", str(policy.max_age)))

    def origin_fields(request):
        if one is not None:
            return [("Access-Control-Allow-Origin", one)]
        origin = request.get("Origin")
        fields = [("Vary", "*")]
        if origin is not None and not policy.trap and (origin in policy.origins or policy.matches(origin)):
            fields.append(("Access-Control-Allow-Origin", origin))
        return fields

    def asked(request):
        for field, listed, source in (("Access-Control-Allow-Methods", policy.methods, "Access-Control-Request-Method"),
                                      ("Access-Control-Allow-Headers", policy.headers, "Access-Control-Request-Headers")):
            if "*" in listed:
                values = [v.strip(" ") for v in (request.get(source) or "").split(",")]
                values = [v for v in values if TOKEN.fullmatch(v)]
                if values:
                    yield field, ", ".join(values)

    def handle(request):
        preflight = request.method == "OPTIONS" and request.get("Access-Control-Request-Method") is not None
        response = Response(202) if preflight else app(request)
        carried = carried_names(response)
        response.headers += origin_fields(request) + constant
        if preflight:
            response.headers += asked(request)
        elif policy.expose:
            exposed = policy.expose if "*" not in policy.expose else carried if policy.credentials else ["*"]
            response.add("Access-Control-Expose-Headers", ", ".join(exposed))
        return response

    return handle


run(build)
