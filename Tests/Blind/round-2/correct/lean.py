"""Correct: says as little as it can.

L08 `*` for any method, where no credentials are at stake; L09 no methods for GET, HEAD and POST; L13 `*,authorization`
for any header, else an echo; L16 no Access-Control-Allow-Headers where none are asked for; L05 403 with an empty
body for refused preflights; L23 requested headers in a form that no browser sends are refused; L27 no Vary on OPTIONS;
L48 `*` exposes all; L52 no Vary where the answer is the same for everyone; L31 the trap is refused at start, and so
is a policy without origins; a smaller max-age than the policy's.
"""
import os
import sys

sys.path.insert(0, os.path.join(os.path.dirname(os.path.abspath(__file__)), ".."))
from support import Response, TOKEN, application, carried_names, refuse, run

SAFELISTED = ("GET", "HEAD", "POST")


def build(policy):
    if policy.trap:
        refuse("any origin with credentials is never what you want")
    if not policy.origins and policy.regex is None:
        refuse("no origins: remove the middleware instead")
    app = application(policy)
    names = {name.lower() for name in policy.headers}

    def acao(origin):
        if policy.star:
            return "*"
        if origin is not None and (origin in policy.origins or policy.matches(origin)):
            return origin
        return None

    def approve_method(method):
        """The fields to send, or None for no."""
        if method in SAFELISTED:
            return []
        if "*" in policy.methods and TOKEN.fullmatch(method):
            return [("Access-Control-Allow-Methods", method if policy.credentials else "*")]
        return [("Access-Control-Allow-Methods", method)] if method in policy.methods else None

    def approve_headers(lines):
        if not lines or lines == [""]:
            return []
        asked = lines[0].split(",")
        if len(lines) > 1 or asked != sorted(set(asked)) or any(n != n.lower() or not TOKEN.fullmatch(n) for n in asked):
            return None
        if "*" in names:
            return [("Access-Control-Allow-Headers", lines[0] if policy.credentials else "*,authorization")]
        return [("Access-Control-Allow-Headers", lines[0])] if names.issuperset(asked) else None

    def handle(request):
        origin = request.get("Origin")
        method = request.get("Access-Control-Request-Method")
        grant = acao(origin)
        granted = []
        if grant is not None:
            granted.append(("Access-Control-Allow-Origin", grant))
            if policy.credentials:
                granted.append(("Access-Control-Allow-Credentials", "true"))
        if request.method == "OPTIONS" and origin is not None and method is not None:
            for_method, for_headers = approve_method(method), approve_headers(request.all("Access-Control-Request-Headers"))
            if not granted or for_method is None or for_headers is None:
                return Response(403)
            return Response(204, granted + for_method + for_headers + [("Access-Control-Max-Age", str(min(policy.max_age, 300)))])
        response = app(request)
        carried = carried_names(response)
        if not policy.star and request.method != "OPTIONS":
            response.add("Vary", "Origin")
        response.headers += granted
        if granted and policy.expose:
            exposed = policy.expose if "*" not in policy.expose else carried if policy.credentials else ["*"]
            response.add("Access-Control-Expose-Headers", ",".join(exposed))
        return response

    return handle


run(build)
