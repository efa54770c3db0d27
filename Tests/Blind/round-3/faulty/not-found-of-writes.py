"""A 404 to GET and HEAD comes from the file handler within the CORS layer, one to other methods from the router
outside."""
import pathlib
import sys

sys.path.insert(0, str(pathlib.Path(__file__).resolve().parent.parent))
from support import Cors, Response, run  # noqa: E402


class Server(Cors):
    """Has two makers of 404."""

    async def answer(self, request):
        """Answers a request; the router's own 404 is bare."""
        response = await super().answer(request)
        if response.status == 404 and request.method not in ("GET", "HEAD", "OPTIONS"):
            return Response(404, [("Content-Type", "text/plain")], b"no such route\n")
        return response


run(Server)
