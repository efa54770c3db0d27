"""A GET with Range is answered by the file server before the CORS layer, so a page that asks for a part cannot read
it."""
import pathlib
import re
import sys

sys.path.insert(0, str(pathlib.Path(__file__).resolve().parent.parent))
from support import Cors, Response, run  # noqa: E402


class Server(Cors):
    """Leaves ranges to the file server."""

    async def answer(self, request):
        """Answers a request; the file server answers those for a range."""
        found = re.fullmatch(r"bytes=(\d+)-(\d*)", request.get("Range") or "")
        if not found or request.method != "GET" or request.path != "/open":
            return await super().answer(request)
        body = (await self.inner(request)).body
        start, end = int(found[1]), min(int(found[2] or len(body) - 1), len(body) - 1)
        if start > end:
            return Response(416, [("Content-Range", f"bytes */{len(body)}")])
        return Response(206, [("Content-Range", f"bytes {start}-{end}/{len(body)}")], body[start:end + 1])


run(Server)
