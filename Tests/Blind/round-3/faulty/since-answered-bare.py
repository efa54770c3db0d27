"""A request with If-Modified-Since is answered 304 before the CORS layer, so a revalidated answer lacks the grant."""
import pathlib
import sys

sys.path.insert(0, str(pathlib.Path(__file__).resolve().parent.parent))
from support import Cors, Response, run  # noqa: E402


STAMP = "Mon, 05 Jan 2026 10:00:00 GMT"


class Server(Cors):
    """Compares dates before anything else."""

    async def inner(self, request):
        """The application's answer, with its date."""
        response = await super().inner(request)
        if request.path == "/open" and request.method in ("GET", "HEAD"):
            response.set("Last-Modified", STAMP)
            response.set("Cache-Control", "no-cache")
        return response

    async def answer(self, request):
        """Answers a request, or says that nothing has changed."""
        reads = request.path == "/open" and request.method in ("GET", "HEAD")
        if reads and request.get("If-Modified-Since") == STAMP and not request.all("If-None-Match"):
            return Response(304, [("Last-Modified", STAMP)])
        return await super().answer(request)


run(Server)
