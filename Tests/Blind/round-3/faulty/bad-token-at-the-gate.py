"""A missing token is refused within the CORS layer, but a wrong one by the token filter outside, so a page with an
expired token cannot read the 401."""
import pathlib
import sys

sys.path.insert(0, str(pathlib.Path(__file__).resolve().parent.parent))
from support import Cors, Response, run  # noqa: E402


class Server(Cors):
    """Filters tokens before anything else."""

    async def answer(self, request):
        """Answers a request unless it carries a token that is not good."""
        tokens = request.all("Authorization")
        if request.path == "/protected" and tokens and tokens != ["Bearer good"]:
            return Response(401, [("WWW-Authenticate", 'Bearer error="invalid_token"')], b"bad token\n")
        return await super().answer(request)


run(Server)
