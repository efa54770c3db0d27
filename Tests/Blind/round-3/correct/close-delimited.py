"""Bodies end with the connection or come in chunks with extensions, and status lines have no reason."""
import pathlib
import sys

sys.path.insert(0, str(pathlib.Path(__file__).resolve().parent.parent))
from support import Cors, Response, run  # noqa: E402


class Server(Cors):
    """Frames its answers in every way but the usual one."""

    close = True

    def passed_preflight(self, request):
        """An answer with a body."""
        return Response(200, [("Content-Type", "text/plain")], b"passed\n")

    def wire(self, request, response):
        """The bytes of an answer; the connection ends after them."""
        lines = [f"HTTP/1.1 {response.status} ", "Connection: close"]
        lines += [f"{name}: {value}" for name, value in response.headers]
        body = b"" if request.method == "HEAD" or response.status in (204, 304) else response.body
        if request.method == "OPTIONS" and body:
            lines.append("Transfer-Encoding: chunked")
            body = b"%x;kind=odd\r\n%s\r\n0\r\n\r\n" % (len(body), body)
        return ("\r\n".join(lines) + "\r\n\r\n").encode("latin-1") + body


run(Server)
