"""Headers are exposed on answers to GET and HEAD only, so pages cannot read them after a POST or PUT."""
import pathlib
import sys

sys.path.insert(0, str(pathlib.Path(__file__).resolve().parent.parent))
from support import Cors, run  # noqa: E402


class Server(Cors):
    """Exposes what describes a representation."""

    def expose(self, request, response):
        """Exposes the policy's names to those who read."""
        if request.method in ("GET", "HEAD"):
            super().expose(request, response)


run(Server)
