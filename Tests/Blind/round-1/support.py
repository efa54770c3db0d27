"""HTTP/1.1, the application, the policy and a right CORS layer, for the servers of this folder."""

import asyncio
import json
import re
import sys

SAFELISTED_METHODS = ("GET", "HEAD", "POST")
SAFELISTED_HEADERS = ("accept", "accept-language", "content-language")
TRAP_PROBES = ("https://corspec-a.example", "https://corspec-b.test", "http://corspec-c.invalid:8080")
REASONS = {200: "OK", 204: "No Content", 304: "Not Modified", 400: "Bad Request", 401: "Unauthorized",
           403: "Forbidden", 404: "Not Found", 405: "Method Not Allowed",
           431: "Request Header Fields Too Large", 500: "Internal Server Error"}
SAMPLE_VALUES = {"etag": '"1"', "cache-control": "no-cache", "pragma": "no-cache", "content-encoding": "identity",
                 "content-language": "en", "date": "Thu, 01 Jan 2026 00:00:00 GMT",
                 "expires": "Thu, 01 Jan 2026 00:00:00 GMT", "last-modified": "Thu, 01 Jan 2026 00:00:00 GMT",
                 "location": "/open", "www-authenticate": "Bearer"}
FRAMING = ("content-length", "transfer-encoding", "connection", "vary", "set-cookie", "content-type")


def refuse(why):
    """Ends the program: the policy is refused at start."""
    print(why, file=sys.stderr)
    sys.exit(1)


class Request:
    def __init__(self, method, target, headers):
        self.method, self.target, self.headers = method, target, headers
        path = re.sub(r"^[a-z]+://[^/?]*", "", target)
        self.path = path.split("?", 1)[0]

    def all(self, name):
        return [value for key, value in self.headers if key.lower() == name]

    def get(self, name):
        values = self.all(name)
        return values[0] if values else None

    @property
    def origin(self):
        """The one Origin; several lines are joined, and so equal no origin."""
        values = self.all("origin")
        return ", ".join(values) if values else None

    @property
    def is_preflight(self):
        return self.method == "OPTIONS" and self.origin is not None and self.wanted_method is not None

    @property
    def wanted_method(self):
        return self.get("access-control-request-method")

    @property
    def wanted_headers(self):
        """The requested header names, lower-case."""
        joined = ",".join(self.all("access-control-request-headers"))
        return [name.strip(" \t").lower() for name in joined.split(",") if name.strip(" \t")]


class Response:
    def __init__(self, status, headers=(), body=b""):
        self.status, self.headers, self.body = status, list(headers), body
        self.close = False
        self.spell = None

    def add(self, name, value):
        self.headers.append((name, value))

    def has(self, name):
        return any(key.lower() == name.lower() for key, _ in self.headers)

    def remove(self, name):
        self.headers = [(key, value) for key, value in self.headers if key.lower() != name.lower()]

    def names(self):
        """Every header name that goes on the wire, framing included."""
        found = dict.fromkeys(key for key, _ in self.headers if key.lower() != "set-cookie")
        return list(found) + ["Access-Control-Expose-Headers", "Content-Length", "Connection"]


class Policy:
    def __init__(self, path):
        with open(path, encoding="utf-8") as file:
            data = json.load(file)
        self.origins = data.get("allow_origins") or []
        self.regex = data.get("allow_origin_regex")
        self.methods = data.get("allow_methods", ["GET"])
        self.headers = data.get("allow_headers") or []
        self.credentials = data.get("allow_credentials", False)
        self.exposed = data.get("expose_headers") or []
        self.max_age = data.get("max_age", 600)
        self.any_origin = self.origins == ["*"]
        self.any_method = self.methods == ["*"]
        self.any_header = self.headers == ["*"]
        self.any_exposed = self.exposed == ["*"]
        self.listed_headers = [name.lower() for name in self.headers]
        try:
            self.pattern = re.compile(self.regex) if self.regex is not None else None
        except re.error as error:
            refuse(f"allow_origin_regex: {error}")

    @property
    def is_trap(self):
        if not self.credentials:
            return False
        return self.any_origin or sum(self.regex_matches(probe) for probe in TRAP_PROBES) >= 2

    @property
    def has_origins(self):
        return bool(self.origins) or self.pattern is not None

    def regex_matches(self, origin):
        return self.pattern is not None and len(origin) <= 512 and self.pattern.fullmatch(origin) is not None

    def grants(self, origin):
        if origin is None:
            return False
        return self.any_origin or origin in self.origins or self.regex_matches(origin)

    def grants_method(self, method):
        return self.any_method or method in self.methods or method in SAFELISTED_METHODS

    def grants_header(self, name):
        return self.any_header or name.lower() in self.listed_headers or name.lower() in SAFELISTED_HEADERS


def authenticated(request):
    cookies = [item.strip() for line in request.all("cookie") for item in line.split(";")]
    return "Bearer good" in request.all("authorization") or "session=good" in cookies


def application(request, policy):
    """The whole application, without CORS."""
    plain = [("Content-Type", "text/plain")]
    if request.path == "/open":
        response = Response(200, plain, b"open\n")
        for name in ["X-Sample"] if policy.any_exposed else policy.exposed:
            if name.lower() not in FRAMING:
                response.add(name, SAMPLE_VALUES.get(name.lower(), "1"))
        return response
    if request.path == "/protected":
        if authenticated(request):
            return Response(200, plain, b"protected\n")
        return Response(401, plain + [("WWW-Authenticate", "Bearer")], b"who are you?\n")
    if request.path == "/failing":
        return Response(500, plain, b"failed\n")
    return Response(404, plain, b"nothing here\n")


class Cors:
    """A right CORS layer around the application; refuses the trap at start."""

    def __init__(self, policy):
        self.policy = policy
        if policy.is_trap:
            refuse("any origin together with credentials")

    def application(self, request):
        return application(request, self.policy)

    def handle(self, request):
        return self.preflight(request) if request.is_preflight else self.actual(request)

    def grants_origin(self, request):
        return self.policy.grants(request.origin)

    def grants_method(self, request):
        return self.policy.grants_method(request.wanted_method)

    def grants_headers(self, request):
        return all(self.policy.grants_header(name) for name in request.wanted_headers)

    def add_origin(self, request, response):
        """Adds the grant of the origin, and says whether there is one."""
        if self.policy.any_origin:
            response.add("Access-Control-Allow-Origin", "*")
            return True
        response.add("Vary", "Origin")
        if not self.grants_origin(request):
            return False
        response.add("Access-Control-Allow-Origin", request.origin)
        if self.policy.credentials:
            response.add("Access-Control-Allow-Credentials", "true")
        return True

    def add_exposed(self, request, response):
        policy = self.policy
        if policy.any_exposed and not policy.credentials:
            response.add("Access-Control-Expose-Headers", "*")
        elif policy.any_exposed:
            response.add("Access-Control-Expose-Headers", ", ".join(response.names()))
        elif policy.exposed:
            response.add("Access-Control-Expose-Headers", ", ".join(policy.exposed))

    def allow_methods(self, request):
        return request.wanted_method if self.policy.any_method else ", ".join(self.policy.methods)

    def allow_headers(self, request):
        return ", ".join(request.wanted_headers if self.policy.any_header else self.policy.headers)

    def preflight(self, request):
        response = Response(204)
        if not self.add_origin(request, response):
            return response
        if not (self.grants_method(request) and self.grants_headers(request)):
            return Response(400, [("Vary", "Origin")], b"not allowed\n")
        for name, value in (("Access-Control-Allow-Methods", self.allow_methods(request)),
                            ("Access-Control-Allow-Headers", self.allow_headers(request))):
            if value:
                response.add(name, value)
        response.add("Access-Control-Max-Age", str(self.policy.max_age))
        return response

    def actual(self, request):
        response = self.application(request)
        if self.add_origin(request, response):
            self.add_exposed(request, response)
        return response


async def read_request(reader, writer):
    line = await reader.readline()
    while line in (b"\r\n", b"\n"):
        line = await reader.readline()
    if not line:
        return None
    method, target, version = line.decode("latin-1").rstrip("\r\n").split(" ")
    headers = []
    while True:
        line = await reader.readline()
        if not line:
            return None
        if line in (b"\r\n", b"\n"):
            break
        name, colon, value = line.decode("latin-1").rstrip("\r\n").partition(":")
        if not colon:
            raise ValueError("a header line without a colon")
        headers.append((name, value.strip(" \t")))
    request = Request(method, target, headers)
    if (request.get("expect") or "").lower() == "100-continue":
        writer.write(b"HTTP/1.1 100 Continue\r\n\r\n")
    if "chunked" in (request.get("transfer-encoding") or "").lower():
        while size := int((await reader.readline()).split(b";")[0], 16):
            await reader.readexactly(size + 2)
        while (await reader.readline()).strip():
            pass
    else:
        await reader.readexactly(int(request.get("content-length") or 0))
    connection = (request.get("connection") or "").lower()
    request.keep_alive = "close" not in connection and (version == "HTTP/1.1" or "keep-alive" in connection)
    return request


def encode(request_method, response, keep_alive):
    headers = list(response.headers)
    bodiless = response.status in (204, 304)
    if not bodiless:
        headers.append(("Content-Length", str(len(response.body))))
    if not keep_alive:
        headers.append(("Connection", "close"))
    head = f"HTTP/1.1 {response.status} {REASONS.get(response.status, '')}\r\n"
    for name, value in headers:
        head += f"{response.spell(name) if response.spell else name}: {value}\r\n"
    body = b"" if bodiless or request_method == "HEAD" else response.body
    return head.encode("latin-1") + b"\r\n" + body


def serve(make_layer):
    """Serves `make_layer(policy).handle` as `PROGRAM PORT POLICYFILE` says."""
    port, policy = int(sys.argv[1]), Policy(sys.argv[2])
    layer = make_layer(policy)

    async def connected(reader, writer):
        try:
            keep_alive = True
            while keep_alive:
                try:
                    request = await read_request(reader, writer)
                except (ValueError, asyncio.LimitOverrunError):
                    writer.write(encode("GET", Response(400), False))
                    break
                if request is None:
                    break
                response = layer.handle(request)
                keep_alive = request.keep_alive and not response.close
                writer.write(encode(request.method, response, keep_alive))
                await writer.drain()
        except (ConnectionError, asyncio.IncompleteReadError):
            pass
        finally:
            writer.close()

    async def main():
        server = await asyncio.start_server(connected, "127.0.0.1", port, limit=1 << 20)
        await server.serve_forever()

    asyncio.run(main())
