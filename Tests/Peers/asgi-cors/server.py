"""The routes that corspec asks for as a bare ASGI application, and CORS by asgi-cors.

Its command line is that of ../python/peer.py. With --style httptools, Uvicorn writes its answers by httptools, which is
its choice where that is installed, in place of h11.
"""

import http.cookies
import pathlib
import re
import sys

from asgi_cors import asgi_cors

sys.path.insert(0, str(pathlib.Path(__file__).parents[1] / "python"))
import peer


def settings(policy, regex):
    """The arguments of asgi_cors. It has none for credentials and exposed headers."""
    # It sends * as it is, and * does not cover Authorization.
    headers = ["*", "Authorization"] if policy.any_header else policy.headers
    given = {"methods": policy.methods, "headers": headers, "max_age": policy.max_age}
    if policy.any_origin:
        return given | {"allow_all": True}
    given["hosts"] = policy.origins
    if policy.regex is not None:
        pattern = re.compile((policy.regex if regex == "unanchored" else policy.whole_regex).encode())
        # The callback is given bytes.
        given["callback"] = lambda origin: pattern.search(origin) is not None
    return given


def is_authorized(headers):
    cookies = http.cookies.SimpleCookie(headers.get("cookie", ""))
    return peer.is_authorized(headers.get("authorization"), {name: part.value for name, part in cookies.items()})


def application(policy, auth):
    def answer(method, path, headers):
        """The status, and the headers beside that for the type."""
        # asgi-cors answers no preflight: it adds its headers to what the application answers to OPTIONS.
        preflight = method == "OPTIONS" and "access-control-request-method" in headers and auth == "inside"
        if path == "/open":
            return 200, policy.carried()
        if path == "/protected":
            if preflight or is_authorized(headers):
                return 200, policy.carried()
            return 401, {"WWW-Authenticate": peer.REALM}
        if path == "/failing":
            return (200 if preflight else 500), {}
        return 404, {}

    async def app(scope, receive, send):
        if scope["type"] != "http":
            raise NotImplementedError(scope["type"])
        headers = {name.decode("latin-1"): value.decode("latin-1") for name, value in scope["headers"]}
        status, fields = answer(scope["method"], scope["path"], headers)
        lines = [(name.lower().encode(), value.encode()) for name, value in fields.items()]
        lines.append((b"content-type", b"text/plain"))
        await send({"type": "http.response.start", "status": status, "headers": lines})
        await send({"type": "http.response.body", "body": b"corspec\n"})

    return app


def main():
    arguments = peer.parse(styles=["httptools"])
    app = application(arguments.policy, arguments.auth)
    app = asgi_cors(app, **settings(arguments.policy, arguments.regex))
    peer.serve_asgi(app, arguments.port, http=arguments.style or "h11")


if __name__ == "__main__":
    main()
