"""A 500 may be stored for ten seconds to spare the backend, and does not say that it varies by origin."""
import pathlib
import sys

sys.path.insert(0, str(pathlib.Path(__file__).resolve().parent.parent))
from support import Cors, run  # noqa: E402


class Server(Cors):
    """Spares a backend that fails."""

    def vary(self, request, response):
        """Says what an answer depends on; a failure's answer does not."""
        if response.status == 500:
            response.set("Cache-Control", "max-age=10")
        else:
            super().vary(request, response)


run(Server)
