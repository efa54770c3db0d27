"""An adapter for corspec in Python: a CORS layer around four routes, speaking JSON, one object a line.

    corspec run --adapter 'python3 adapter.py'
"""

import json
import re
import sys

COMMON = ["GET", "HEAD", "POST", "PUT", "PATCH", "DELETE"]


class Application:
    """Four routes, and what a policy grants around them. Put your own framework in its place."""

    def __init__(self, policy):
        self.origins = policy.get("allow_origins", [])
        self.regex = policy.get("allow_origin_regex")
        self.methods = policy.get("allow_methods", ["GET"])
        self.headers = [name.lower() for name in policy.get("allow_headers", [])]
        self.credentials = policy.get("allow_credentials", False)
        self.exposed = policy.get("expose_headers", [])
        self.max_age = policy.get("max_age")
        if self.credentials and self.grants("https://any.invalid"):
            raise ValueError("credentials for any origin")

    def grants(self, origin):
        matches = self.regex is not None and re.fullmatch(self.regex, origin) is not None
        return origin in self.origins or self.origins == ["*"] or matches

    def answer(self, method, path, headers):
        origins = [value for name, value in headers if name.lower() == "origin"]
        granted = len(origins) == 1 and self.grants(origins[0])
        asked = [value for name, value in headers if name.lower() == "access-control-request-method"]
        if method == "OPTIONS" and origins and asked:
            names = [value for name, value in headers if name.lower() == "access-control-request-headers"]
            status, lines = 204, self.preflight(granted, asked[0], ",".join(names))
        else:
            status, lines = self.route(path.split("?")[0], headers)
            if granted and self.exposed == ["*"]:
                lines.append(["Access-Control-Expose-Headers", "X-Corspec-One, X-Corspec-Two, X-Corspec-Hidden"])
            elif granted and self.exposed:
                lines.append(["Access-Control-Expose-Headers", ", ".join(self.exposed)])
        lines.append(["Vary", "Origin, Access-Control-Request-Method, Access-Control-Request-Headers"])
        if granted:
            lines.append(["Access-Control-Allow-Origin", origins[0]])
            if self.credentials:
                lines.append(["Access-Control-Allow-Credentials", "true"])
        return {"status": status, "headers": lines}

    def preflight(self, granted, method, names):
        asked = [name.strip().lower() for name in names.split(",") if name.strip()]
        if not granted or not (method in self.methods or self.methods == ["*"] and method in COMMON):
            return []
        if self.headers != ["*"] and not set(asked) <= set(self.headers):
            return []
        lines = [["Access-Control-Allow-Methods", method]]
        if asked:
            lines.append(["Access-Control-Allow-Headers", ", ".join(asked)])
        if self.max_age is not None:
            lines.append(["Access-Control-Max-Age", str(self.max_age)])
        return lines

    def route(self, path, headers):
        carried = ["X-Corspec-One", "X-Corspec-Two"] if self.exposed == ["*"] else self.exposed
        opened = [[name, "corspec"] for name in carried] + [["X-Corspec-Hidden", "1"]]
        is_known = any(
            (name.lower(), value) in [("authorization", "Bearer good"), ("cookie", "session=good")]
            for name, value in headers)
        if path == "/open" or path == "/protected" and is_known:
            return 200, opened
        if path == "/protected":
            return 401, [["WWW-Authenticate", "Bearer"]]
        return (500 if path == "/failing" else 404), []


def main():
    application = None
    for line in sys.stdin:
        message = json.loads(line)
        if "request" in message:
            request = message["request"]
            reply = {"response": application.answer(request["method"], request["path"], request["headers"])}
        elif "policy" in message:
            try:
                application = Application(message["policy"])
                reply = {"ready": True}
            except ValueError as error:
                reply = {"rejected": str(error)}
        else:
            reply = {"name": "corspec's example in Python", "version": "1"}
        print(json.dumps(reply), flush=True)


if __name__ == "__main__":
    main()
