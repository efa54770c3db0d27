"""What the Python servers of this round share: HTTP/1.1, the policy file and the bare application.

No CORS logic lives here, except the question whether a policy means any origin.
Header values are Latin-1 strings, one character a byte; header lines stay apart and in order.
"""
import asyncio
import json
import re
import signal
import sys

REASONS = {200: "OK", 204: "No Content", 304: "Not Modified", 400: "Bad Request", 401: "Unauthorized",
           403: "Forbidden", 404: "Not Found", 405: "Method Not Allowed", 431: "Request Header Fields Too Large",
           500: "Internal Server Error", 503: "Service Unavailable"}
TOKEN = re.compile(r"[!#$%&'*+.^_`|~0-9A-Za-z-]+")
PROBES = ("https://corspec-a.example", "https://corspec-b.test", "http://corspec-c.invalid:8080")


class Policy:
    """A policy file with FastAPI's defaults for the keys that are absent."""

    def __init__(self, data):
        def value(key, default):
            found = data.get(key)
            return default if found is None else found
        self.origins = value("allow_origins", [])
        self.regex = value("allow_origin_regex", None)
        self.methods = value("allow_methods", ["GET"])
        self.headers = value("allow_headers", [])
        self.credentials = value("allow_credentials", False)
        self.expose = value("expose_headers", [])
        self.max_age = value("max_age", 600)

    def matches(self, origin):
        """Whether the regex matches the whole origin."""
        return self.regex is not None and len(origin) <= 512 and re.fullmatch(self.regex, origin) is not None

    @property
    def star(self):
        return self.origins == ["*"]

    @property
    def any_origin(self):
        return self.star or sum(self.matches(probe) for probe in PROBES) >= 2

    @property
    def trap(self):
        return self.any_origin and self.credentials


class Request:
    def __init__(self, method, target, headers, body):
        self.method, self.target, self.headers, self.body = method, target, headers, body
        self.path = target.split("?", 1)[0]

    def all(self, name):
        return [value for key, value in self.headers if key.lower() == name.lower()]

    def get(self, name):
        """The first line of that name, or None."""
        return next(iter(self.all(name)), None)


class Response:
    def __init__(self, status, headers=(), body=b""):
        self.status, self.headers, self.body = status, [tuple(h) for h in headers], body

    def all(self, name):
        return [value for key, value in self.headers if key.lower() == name.lower()]

    def get(self, name):
        return next(iter(self.all(name)), None)

    def drop(self, name):
        self.headers = [h for h in self.headers if h[0].lower() != name.lower()]

    def set(self, name, value):
        self.drop(name)
        self.headers.append((name, value))

    def add(self, name, value):
        self.headers.append((name, value))


SAMPLES = {"cache-control": "no-cache", "age": "0", "expires": "0", "etag": '"open-1"', "content-encoding": "identity",
           "last-modified": "Mon, 05 Jan 2026 10:00:00 GMT", "location": "/open", "retry-after": "1",
           "link": '</open>; rel="self"', "vary": "Accept", "set-cookie": "seen=1; SameSite=None; Secure",
           "content-language": "en", "www-authenticate": "Bearer"}
FRAMING = {"content-length", "content-type", "date", "connection", "transfer-encoding", "keep-alive", "trailer", "upgrade"}


def authenticated(request):
    if "Bearer good" in request.all("Authorization"):
        return True
    pairs = [pair.strip(" ") for line in request.all("Cookie") for pair in line.split(";")]
    return "session=good" in pairs


def application(policy):
    """The application without any CORS layer."""
    def app(request):
        kind = ("Content-Type", "text/plain")
        if request.path == "/open":
            response = Response(200, [kind], b"open\n")
            names = ["X-Request-Id", "X-Total-Count"] if "*" in policy.expose else policy.expose
            for name in names:
                if name.lower() not in FRAMING and not name.lower().startswith("access-control-"):
                    response.add(name, SAMPLES.get(name.lower(), "42"))
            return response
        if request.path == "/protected":
            if authenticated(request):
                return Response(200, [kind], b"protected\n")
            return Response(401, [kind, ("WWW-Authenticate", "Bearer")], b"who are you?\n")
        if request.path == "/failing":
            return Response(500, [kind], b"failing\n")
        return Response(404, [kind], b"missing\n")
    return app


# Fields that a layer may add to an answer after it has asked what the answer carries.
LATER = ["Vary", "ETag", "Age", "Cache-Control", "Content-Encoding", "Timing-Allow-Origin", "Cross-Origin-Resource-Policy",
         "Access-Control-Allow-Origin", "Access-Control-Allow-Credentials", "Access-Control-Expose-Headers",
         "Access-Control-Allow-Methods", "Access-Control-Allow-Headers", "Access-Control-Max-Age"]


def carried_names(response):
    """Every name that the answer carries or will carry, but Set-Cookie; each once."""
    names = [name for name, _ in response.headers if name.lower() != "set-cookie"] + LATER
    return list({name.lower(): name for name in names}.values())


def refuse(why):
    """Ends the process: the policy is refused."""
    print("policy refused: " + why, file=sys.stderr, flush=True)
    sys.exit(1)


def wire(request, response):
    lines = ["HTTP/1.1 %d %s" % (response.status, REASONS.get(response.status, "Status"))]
    lines += ["%s: %s" % h for h in response.headers]
    bodiless = response.status in (204, 304)
    if not bodiless and not response.all("Content-Length"):
        lines.append("Content-Length: %d" % len(response.body))
    body = b"" if bodiless or (request and request.method == "HEAD") else response.body
    return ("\r\n".join(lines) + "\r\n\r\n").encode("latin-1", "replace") + body


class Malformed(Exception):
    pass


async def read_request(reader, writer):
    try:
        head = await reader.readuntil(b"\r\n\r\n")
    except asyncio.IncompleteReadError:
        return None
    lines = head.decode("latin-1")[:-4].lstrip("\r\n").split("\r\n")
    parts = lines[0].split(" ")
    if len(parts) != 3:
        raise Malformed
    headers = []
    for line in lines[1:]:
        name, colon, value = line.partition(":")
        if not colon or not TOKEN.fullmatch(name) or any(c in line for c in "\r\n\0"):
            raise Malformed
        headers.append((name, value.strip(" \t")))
    request = Request(parts[0], parts[1], headers, b"")
    if (request.get("Expect") or "").lower() == "100-continue":
        writer.write(b"HTTP/1.1 100 Continue\r\n\r\n")
    if "chunked" in (request.get("Transfer-Encoding") or "").lower():
        while True:
            size = int((await reader.readline()).split(b";")[0], 16)
            if size == 0:
                while (await reader.readline()).strip():
                    pass
                break
            request.body += (await reader.readexactly(size + 2))[:-2]
    elif request.get("Content-Length"):
        request.body = await reader.readexactly(int(request.get("Content-Length")))
    return request


def run(build):
    """Starts `PROGRAM PORT POLICYFILE`; build(policy) gives the function from request to response."""
    with open(sys.argv[2], encoding="utf-8") as file:
        policy = Policy(json.load(file))
    handle = build(policy)

    async def serve(reader, writer):
        try:
            while True:
                try:
                    request = await read_request(reader, writer)
                except asyncio.LimitOverrunError:
                    writer.write(wire(None, Response(431, [("Connection", "close")])))
                    break
                except (Malformed, ValueError):
                    writer.write(wire(None, Response(400, [("Connection", "close")])))
                    break
                if request is None:
                    break
                writer.write(wire(request, handle(request)))
                await writer.drain()
                if (request.get("Connection") or "").lower() == "close":
                    break
        except (ConnectionError, asyncio.IncompleteReadError):
            pass
        finally:
            writer.close()

    async def main():
        server = await asyncio.start_server(serve, "127.0.0.1", int(sys.argv[1]), limit=1 << 18)
        ended = asyncio.Event()
        asyncio.get_running_loop().add_signal_handler(signal.SIGTERM, ended.set)
        await ended.wait()
        server.close()

    asyncio.run(main())
