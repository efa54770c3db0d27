"""What the servers of this round share: a right CORS middleware whose steps a server overrides, and the loop.

Policy, requests, responses and the bare application are those of round 2, taken from there.
A faulty server overrides one step wrongly; a correct one overrides steps in ways that browsers do not mind.
"""
import argparse
import asyncio
import importlib.util
import json
import pathlib
import signal


def round_2():
    """Loads the support module of round 2 from its place."""
    path = pathlib.Path(__file__).resolve().parent.parent / "round-2" / "support.py"
    spec = importlib.util.spec_from_file_location("round_2_support", path)
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


shared = round_2()
Response, Policy, Malformed = shared.Response, shared.Policy, shared.Malformed
shared.REASONS.update({202: "Accepted", 206: "Partial Content", 302: "Found"})
SAFELISTED_METHODS = {"GET", "HEAD", "POST"}
SAFELISTED_HEADERS = {"accept", "accept-language", "content-language"}


class Cors:
    """A right CORS middleware around the bare application of a policy."""

    close = False

    def __init__(self, policy):
        self.policy = policy
        self.application = shared.application(policy)
        if policy.trap:
            self.trapped()

    def trapped(self):
        """What happens at the start with any origin together with credentials."""
        shared.refuse("any origin together with credentials")

    # Origins

    def listed(self, origin):
        """Whether the list grants an origin."""
        return origin in self.policy.origins

    def matches(self, origin):
        """Whether the regex grants an origin."""
        return self.policy.matches(origin)

    def allows(self, origin):
        """Whether the policy grants an origin."""
        return self.policy.star or self.listed(origin) or self.matches(origin)

    def origin(self, request):
        """The one origin that a request states, or None."""
        lines = request.all("Origin")
        return lines[0] if len(lines) == 1 else None

    def granted(self, request):
        """The value that grants a request, or None."""
        if self.policy.star:
            return "*"
        origin = self.origin(request)
        return origin if origin is not None and self.allows(origin) else None

    # Preflights

    def is_preflight(self, request):
        """Whether a request is a CORS preflight."""
        return request.method == "OPTIONS" and bool(
            request.all("Origin") and request.all("Access-Control-Request-Method"))

    def grants_method(self, method, request):
        """Whether a preflight passes for a method."""
        return method in SAFELISTED_METHODS or "*" in self.policy.methods or method in self.policy.methods

    def grants_header(self, name):
        """Whether a preflight passes for a header name."""
        listed = [header.lower() for header in self.policy.headers]
        return "*" in listed or name.lower() in listed or name.lower() in SAFELISTED_HEADERS

    def requested_headers(self, request):
        """The header names that a preflight asks for."""
        line = ",".join(request.all("Access-Control-Request-Headers"))
        return [name.strip(" \t") for name in line.split(",") if name.strip(" \t")]

    def grants_headers(self, names, method):
        """Whether a preflight passes for all its header names."""
        return all(self.grants_header(name) for name in names)

    def preflight(self, request):
        """Answers a preflight."""
        method, names = request.get("Access-Control-Request-Method"), self.requested_headers(request)
        if (self.granted(request) is None or not self.grants_method(method, request)
                or not self.grants_headers(names, method)):
            return self.refused_preflight(request)
        response = self.passed_preflight(request)
        self.grant(request, response)
        self.add_lists(request, response, method, names)
        age = self.max_age(method)
        if age is not None:
            response.add("Access-Control-Max-Age", age)
        return response

    def passed_preflight(self, request):
        """The bare answer to a preflight that passes."""
        return Response(204)

    def refused_preflight(self, request):
        """The answer to a preflight that does not pass."""
        response = Response(403, [("Content-Type", "text/plain")], b"refused\n")
        self.vary(request, response)
        return response

    def add_lists(self, request, response, method, names):
        """Adds the methods and headers that a preflight is granted."""
        methods = [method] if "*" in self.policy.methods or not self.policy.methods else self.policy.methods
        response.add("Access-Control-Allow-Methods", ", ".join(methods))
        if names:
            response.add("Access-Control-Allow-Headers", ", ".join(names))

    def max_age(self, method):
        """The seconds for which a preflight may be remembered, or None."""
        return str(self.policy.max_age)

    # Answers

    def grant(self, request, response):
        """Adds what grants an answer to a granted origin."""
        self.vary(request, response)
        value = self.granted(request)
        if value is not None:
            response.add("Access-Control-Allow-Origin", value)
            self.add_credentials(request, response)

    def vary(self, request, response):
        """Says that an answer depends on the origin."""
        if not self.policy.star:
            response.add("Vary", "Origin")

    def add_credentials(self, request, response):
        """Lets credentialed fetches read an answer, where the policy does."""
        if self.policy.credentials:
            response.add("Access-Control-Allow-Credentials", "true")

    def exposed(self, request, response):
        """The names that scripts may read."""
        if "*" not in self.policy.expose:
            return self.policy.expose
        return shared.carried_names(response) if self.policy.credentials else ["*"]

    def expose(self, request, response):
        """Adds the names that scripts may read, to a granted answer."""
        names = self.exposed(request, response)
        if names and self.granted(request) is not None:
            response.add("Access-Control-Expose-Headers", ", ".join(names))

    async def inner(self, request):
        """The application's own answer."""
        return self.application(request)

    async def answer(self, request):
        """Answers a request."""
        if self.is_preflight(request):
            return self.preflight(request)
        response = await self.inner(request)
        self.grant(request, response)
        self.expose(request, response)
        return response

    def wire(self, request, response):
        """The bytes of an answer."""
        return shared.wire(request, response)


async def converse(server, reader, writer):
    """Answers the requests of one connection, in order."""
    connection = object()
    while True:
        try:
            request = await shared.read_request(reader, writer)
        except asyncio.LimitOverrunError:
            return writer.write(shared.wire(None, Response(431, [("Connection", "close")])))
        except (Malformed, ValueError):
            return writer.write(shared.wire(None, Response(400, [("Connection", "close")])))
        if request is None:
            return None
        request.connection = connection
        writer.write(server.wire(request, await server.answer(request)))
        await writer.drain()
        if server.close or (request.get("Connection") or "").lower() == "close":
            return None


async def listen(server, port):
    """Serves until it is told to end."""
    async def connected(reader, writer):
        try:
            await converse(server, reader, writer)
        except (ConnectionError, asyncio.IncompleteReadError):
            pass
        finally:
            writer.close()

    listener = await asyncio.start_server(connected, "127.0.0.1", port, limit=1 << 18)
    ended = asyncio.Event()
    asyncio.get_running_loop().add_signal_handler(signal.SIGTERM, ended.set)
    await ended.wait()
    listener.close()


def run(kind):
    """Starts `PROGRAM --port PORT --policy FILE` with a kind of middleware."""
    parser = argparse.ArgumentParser()
    parser.add_argument("--port", type=int, required=True)
    parser.add_argument("--policy", type=pathlib.Path, required=True)
    options = parser.parse_args()
    policy = Policy(json.loads(options.policy.read_text(encoding="utf-8")))
    asyncio.run(listen(kind(policy), options.port))
