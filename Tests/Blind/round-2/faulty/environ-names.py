"""Fault: header names are compared in the spelling of a WSGI environment, where `-` and `_` are the same.

Smallest exchange (allow_headers ["X-Api-Key"]):
    OPTIONS /open, Origin: https://app.example.com, Access-Control-Request-Method: GET,
    Access-Control-Request-Headers: x_api_key   ->  Access-Control-Allow-Headers: x_api_key
Severity: unsafe; a page sends a header that the policy refuses, and one that servers behind WSGI or CGI
confuse with the listed one. Other unlisted names are refused.
"""
import os
import sys

sys.path.insert(0, os.path.join(os.path.dirname(os.path.abspath(__file__)), ".."))
from support import Response, TOKEN, application, carried_names, refuse, run


def environ_key(name):
    return "HTTP_" + name.strip().upper().replace("-", "_")


class Cors:
    def __init__(self, policy):
        if policy.trap:
            refuse("allow_credentials with any origin")
        self.policy = policy
        self.app = application(policy)
        self.header_keys = {environ_key(name) for name in policy.headers}

    def environ(self, request):
        env = {"REQUEST_METHOD": request.method, "PATH_INFO": request.path}
        for name in ("Origin", "Access-Control-Request-Method", "Access-Control-Request-Headers"):
            if request.get(name) is not None:
                env[environ_key(name)] = request.get(name)
        return env

    def permitted(self, env):
        origin = env.get("HTTP_ORIGIN")
        return origin is not None and (
            self.policy.star or origin in self.policy.origins or self.policy.matches(origin))

    def base(self, env):
        fields = {"Vary": "Origin"}
        if self.permitted(env):
            fields["Access-Control-Allow-Origin"] = env["HTTP_ORIGIN"]
            if self.policy.credentials:
                fields["Access-Control-Allow-Credentials"] = "true"
        return fields

    def preflight(self, env):
        fields = self.base(env)
        method = env["HTTP_ACCESS_CONTROL_REQUEST_METHOD"]
        if method in self.policy.methods or ("*" in self.policy.methods and TOKEN.fullmatch(method)):
            fields["Access-Control-Allow-Methods"] = method
        requested = env.get("HTTP_ACCESS_CONTROL_REQUEST_HEADERS", "")
        names = [n for n in requested.split(",") if TOKEN.fullmatch(n.strip())]
        approved = [n for n in names if "*" in self.policy.headers or environ_key(n) in self.header_keys]
        if approved:
            fields["Access-Control-Allow-Headers"] = ",".join(approved)
        fields["Access-Control-Max-Age"] = str(self.policy.max_age)
        return Response(200 if self.permitted(env) else 403, list(fields.items()))

    def __call__(self, request):
        env = self.environ(request)
        if request.method == "OPTIONS" and "HTTP_ORIGIN" in env and "HTTP_ACCESS_CONTROL_REQUEST_METHOD" in env:
            return self.preflight(env)
        response = self.app(request)
        fields = self.base(env)
        if self.permitted(env) and self.policy.expose:
            names = self.policy.expose
            if "*" in names:
                names = carried_names(response) if self.policy.credentials else names
            fields["Access-Control-Expose-Headers"] = ", ".join(names)
        response.headers.extend(fields.items())
        return response


run(Cors)
