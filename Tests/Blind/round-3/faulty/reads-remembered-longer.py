"""Preflights for GET, HEAD and POST may be remembered for a day, whatever the policy's max_age."""
import pathlib
import sys

sys.path.insert(0, str(pathlib.Path(__file__).resolve().parent.parent))
from support import Cors, SAFELISTED_METHODS, run  # noqa: E402


class Server(Cors):
    """Spares clients the preflights of harmless methods."""

    def max_age(self, method):
        """A day for the methods that need no grant, else the policy's."""
        return "86400" if method in SAFELISTED_METHODS else super().max_age(method)


run(Server)
