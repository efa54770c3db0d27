"""The application behind the proxies: corspec's routes and nothing of CORS, over HTTP/1.1 with connections kept alive.

    upstream.py PORT [EXPOSED-HEADER...]

/open answers any method with 200 and carries the exposed headers, as /protected does for those who are authorized;
/failing answers 500, anything else 404. /auth is what proxies with forward authentication ask: 200 or 401.
"""

import asyncio
import socket
import sys

REASONS = {200: "OK", 400: "Bad Request", 401: "Unauthorized", 404: "Not Found", 500: "Internal Server Error"}
MAX_HEAD = 1 << 16


class Upstream(asyncio.Protocol):
    """One connection. Requests are answered in the order in which they come; bodies are read and forgotten."""

    def __init__(self, exposed):
        self.carried = [f"{name}: corspec" for name in exposed]
        self.buffer = b""
        self.transport = None

    def connection_made(self, transport):
        self.transport = transport

    def data_received(self, data):
        self.buffer += data
        while True:
            head, end, rest = self.buffer.partition(b"\r\n\r\n")
            if not end:
                if len(head) > MAX_HEAD:
                    self.transport.close()
                return
            try:
                method, path, headers = parse(head.decode("latin-1"))
                rest = after_body(rest, headers)
            except ValueError:
                self.transport.write(answer(400, [], "close"))
                self.transport.close()
                return
            if rest is None:
                return
            self.buffer = rest
            status, lines = self.route(path, headers)
            connection = "close" if headers.get("connection", "").lower() == "close" else "keep-alive"
            self.transport.write(answer(status, lines, connection, with_body=method != "HEAD"))
            if connection == "close":
                self.transport.close()
                return

    def route(self, path, headers):
        """The status and the header lines that the path gets."""
        if path == "/open":
            return 200, self.carried
        if path in ("/protected", "/auth"):
            return (200, self.carried) if is_authorized(headers) else (401, ["WWW-Authenticate: Bearer"])
        return (500 if path == "/failing" else 404), []


def parse(head):
    first, *lines = head.split("\r\n")
    method, target, _ = first.split(" ")
    headers = {}
    for line in lines:
        name, _, value = line.partition(":")
        headers[name.lower()] = value.strip()
    return method, target.partition("?")[0], headers


def after_body(data, headers):
    """What follows the request's body, or None where the body is not here as a whole yet."""
    if headers.get("transfer-encoding", "").lower() != "chunked":
        length = int(headers.get("content-length", 0))
        return data[length:] if len(data) >= length else None
    while True:
        line, end, data = data.partition(b"\r\n")
        if not end:
            return None
        size = int(line.partition(b";")[0], 16)
        if len(data) < size + 2:
            return None
        data = data[size + 2:]
        if size == 0:
            return data


def is_authorized(headers):
    cookies = [cookie.strip() for cookie in headers.get("cookie", "").split(";")]
    return headers.get("authorization") == "Bearer good" or "session=good" in cookies


def answer(status, lines, connection, with_body=True):
    body = f"{status}\n" if with_body else ""
    lines = [
        f"HTTP/1.1 {status} {REASONS[status]}", "Content-Type: text/plain", "Content-Length: 4",
        f"Connection: {connection}", *lines]
    return ("\r\n".join(lines) + "\r\n\r\n" + body).encode("latin-1")


def listening(port=0):
    """A socket that listens on 127.0.0.1; on any free port unless told."""
    # Named in full, TCP sends what it has at once: asyncio turns its waiting off for such sockets alone.
    listener = socket.socket(proto=socket.IPPROTO_TCP)
    listener.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
    listener.bind(("127.0.0.1", port))
    listener.listen(128)
    return listener


async def serve(listener, exposed):
    server = await asyncio.get_running_loop().create_server(lambda: Upstream(exposed), sock=listener)
    await server.serve_forever()


if __name__ == "__main__":
    asyncio.run(serve(listening(int(sys.argv[1])), sys.argv[2:]))
