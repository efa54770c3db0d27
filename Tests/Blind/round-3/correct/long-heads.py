"""Answers carry a hundred fields for tracing, 8 KiB in all."""
import pathlib
import sys

sys.path.insert(0, str(pathlib.Path(__file__).resolve().parent.parent))
from support import Cors, run  # noqa: E402


class Server(Cors):
    """Says more than anybody asks."""

    async def answer(self, request):
        """Answers a request at length."""
        response = await super().answer(request)
        response.headers += [(f"X-Trace-{number:03}", "0123456789abcdef" * 4) for number in range(100)]
        return response


run(Server)
