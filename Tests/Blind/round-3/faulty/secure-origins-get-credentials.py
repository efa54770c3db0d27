"""Credentials are allowed to https origins only, since cookies are Secure, so a listed http origin is granted
without."""
import pathlib
import sys

sys.path.insert(0, str(pathlib.Path(__file__).resolve().parent.parent))
from support import Cors, run  # noqa: E402


class Server(Cors):
    """Allows credentials where they are encrypted."""

    def add_credentials(self, request, response):
        """Allows credentials to https origins."""
        if (self.origin(request) or "").startswith("https://"):
            super().add_credentials(request, response)


run(Server)
