"""Fault: list and regex are folded into one pattern, and the end of the pattern belongs to the regex alone.

`re.match("(?:list)|(?:regex)\\Z")`: `|` binds weaker than `\\Z`, so with both settings a listed origin is a prefix.
With a list alone, or a regex alone, the pattern is right.

Smallest exchange (allow_origins ["https://app.example.com"] together with any allow_origin_regex):
    GET /open, Origin: https://app.example.com.evil.test  ->  Access-Control-Allow-Origin: https://app.example.com.evil.test
Severity: unsafe; a page of an origin that the policy refuses reads the answer.
"""
import os
import re
import sys

sys.path.insert(0, os.path.join(os.path.dirname(os.path.abspath(__file__)), ".."))
from support import Response, TOKEN, application, carried_names, refuse, run


class OriginPattern:
    def __init__(self, policy):
        self.any = policy.origins == ["*"]
        listed = "(?:" + "|".join(map(re.escape, policy.origins)) + ")" if policy.origins else None
        regex = policy.regex
        if regex:
            flags = re.match(r"\(\?([aims]+)\)", regex)
            regex = "(?%s:%s)" % (flags[1], regex[flags.end():]) if flags else "(?:" + regex + ")"
        parts = [part for part in (listed, regex) if part]
        self.pattern = re.compile("|".join(parts) + r"\Z") if parts else None

    def grants(self, origin):
        return self.any or (self.pattern is not None and len(origin) <= 512 and self.pattern.match(origin) is not None)


class CORSMiddleware:
    def __init__(self, policy):
        if policy.trap:
            refuse("any origin with credentials")
        self.policy = policy
        self.app = application(policy)
        self.origins = OriginPattern(policy)
        self.header_names = {name.lower() for name in policy.headers}

    def __call__(self, request):
        origin = request.get("Origin")
        if request.method == "OPTIONS" and origin is not None and request.all("Access-Control-Request-Method"):
            return self.preflight(request, origin)
        response = self.app(request)
        self.grant(response, origin)
        if self.policy.expose:
            names = self.policy.expose
            if "*" in names:
                names = carried_names(response) if self.policy.credentials else ["*"]
            response.add("Access-Control-Expose-Headers", ", ".join(names))
        return response

    def grant(self, response, origin):
        response.add("Vary", "Origin")
        if origin is None or not self.origins.grants(origin):
            return False
        response.add("Access-Control-Allow-Origin", origin)
        if self.policy.credentials:
            response.add("Access-Control-Allow-Credentials", "true")
        return True

    def preflight(self, request, origin):
        response = Response(204)
        if not self.grant(response, origin):
            response.status = 403
            return response
        method = request.get("Access-Control-Request-Method")
        if method in self.policy.methods or ("*" in self.policy.methods and TOKEN.fullmatch(method)):
            response.add("Access-Control-Allow-Methods", method)
        asked = [name.strip(" ") for name in (request.get("Access-Control-Request-Headers") or "").split(",") if name.strip(" ")]
        allowed = [name for name in asked if name.lower() in self.header_names or ("*" in self.header_names and TOKEN.fullmatch(name))]
        if allowed:
            response.add("Access-Control-Allow-Headers", ",".join(allowed))
        response.add("Access-Control-Max-Age", str(self.policy.max_age))
        return response


run(CORSMiddleware)
