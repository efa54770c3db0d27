"""HTTP/1.1 as bytes: requests read, responses written line by line as they are given."""

import asyncio

LONGEST_HEAD = 1 << 18
BODY = b"ok"


class Request:
    """A request as it came: method, target, and header lines with values as Latin-1."""

    def __init__(self, method, target, headers, body):
        self.method = method
        self.target = target
        self.headers = headers
        self.body = body

    def header(self, name):
        """Returns the first value of a header, or None."""
        return next((value for field, value in self.headers if field.lower() == name), None)

    @property
    def is_preflight(self):
        """Whether this is a preflight: scripts cannot set Access-Control-Request-Method."""
        return self.method == "OPTIONS" and self.header("access-control-request-method") is not None


async def read_request(reader):
    """Returns the next request of a connection, or None at its end."""
    try:
        head = await reader.readuntil(b"\r\n\r\n")
    except (asyncio.IncompleteReadError, asyncio.LimitOverrunError, ConnectionError):
        return None
    first, *lines = head[:-4].decode("latin-1").split("\r\n")
    method, target, _ = first.split(" ", 2)
    headers = [tuple(part.strip(" \t") for part in line.partition(":")[::2]) for line in lines]
    request = Request(method, target, headers, b"")
    length = int(request.header("content-length") or 0)
    try:
        request.body = await reader.readexactly(length)
    except (asyncio.IncompleteReadError, ConnectionError):
        return None
    return request


def response_bytes(status, headers, method):
    """Returns a response as bytes, and whether its end shows without closing the connection.

    The lines go out untouched, in order, duplicates kept, and nothing is added. The body is as long as the one
    Content-Length says, two bytes where there is none.
    """
    head = f"HTTP/1.1 {status} X\r\n" + "".join(f"{name}: {value}\r\n" for name, value in headers) + "\r\n"
    lengths = [value.strip(" \t") for name, value in headers if name.lower() == "content-length"]
    is_bodiless = method == "HEAD" or status < 200 or status in (204, 304)
    if is_bodiless:
        return head.encode("latin-1"), status >= 200 and (not lengths or method == "HEAD")
    has_length = len(lengths) == 1 and lengths[0].isdigit() and int(lengths[0]) < 1 << 16
    length = int(lengths[0]) if has_length else len(BODY)
    return head.encode("latin-1") + BODY.ljust(length, b".")[:length], has_length
