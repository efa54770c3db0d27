"""Requested and listed names pass if either set holds the other, so a preflight that names all listed ones may ask for
anything beside them."""
import pathlib
import sys

sys.path.insert(0, str(pathlib.Path(__file__).resolve().parent.parent))
from support import Cors, SAFELISTED_HEADERS, run  # noqa: E402


class Server(Cors):
    """Compares the names as sets."""

    def grants_headers(self, names, method):
        """Whether the sets agree."""
        asked = {name.lower() for name in names} - SAFELISTED_HEADERS
        listed = {name.lower() for name in self.policy.headers}
        return super().grants_headers(names, method) or (bool(listed) and listed <= asked)


run(Server)
