"""A preflight for GET, HEAD or POST is taken for one that needs no grant, and its header names are echoed unseen."""
import pathlib
import sys

sys.path.insert(0, str(pathlib.Path(__file__).resolve().parent.parent))
from support import Cors, SAFELISTED_METHODS, run  # noqa: E402


class Server(Cors):
    """Looks at preflights of unsafe methods only."""

    def grants_headers(self, names, method):
        """Whether the method is simple, or the names are granted."""
        return method in SAFELISTED_METHODS or super().grants_headers(names, method)


run(Server)
