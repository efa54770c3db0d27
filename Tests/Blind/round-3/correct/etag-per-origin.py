"""The entity tag of /open differs for each origin, and a 304 carries the grant and Vary."""
import hashlib
import pathlib
import sys

sys.path.insert(0, str(pathlib.Path(__file__).resolve().parent.parent))
from support import Cors, run  # noqa: E402


class Server(Cors):
    """Has a representation for each origin."""

    async def inner(self, request):
        """The application's answer, or 304 if its tag is known."""
        response = await super().inner(request)
        if request.path != "/open" or request.method not in ("GET", "HEAD"):
            return response
        tag = '"%s"' % hashlib.sha256(repr(request.all("Origin")).encode()).hexdigest()[:12]
        response.set("ETag", tag)
        known = [part.strip(" ").removeprefix("W/") for part in ",".join(request.all("If-None-Match")).split(",")]
        if tag in known or "*" in known:
            response.status, response.body = 304, b""
            response.drop("Content-Type")
        return response

    def vary(self, request, response):
        """Says that an answer depends on the origin, always."""
        response.add("Vary", "Origin")


run(Server)
