"""Answers carry a field of the firm's own that begins as those of CORS do."""
import pathlib
import sys

sys.path.insert(0, str(pathlib.Path(__file__).resolve().parent.parent))
from support import Cors, run  # noqa: E402


class Server(Cors):
    """Says by which policy it has decided."""

    async def answer(self, request):
        """Answers a request, naming the policy's revision."""
        response = await super().answer(request)
        response.headers += [("Access-Control-Policy-Revision", "7"), ("X-Cors-Decision", "see log")]
        return response


run(Server)
