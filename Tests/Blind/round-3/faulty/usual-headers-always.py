"""X-Requested-With and X-CSRF-Token are granted whatever the policy lists, as every client of the framework sends
them."""
import pathlib
import sys

sys.path.insert(0, str(pathlib.Path(__file__).resolve().parent.parent))
from support import Cors, run  # noqa: E402


USUAL = {"x-requested-with", "x-csrf-token"}


class Server(Cors):
    """Grants the framework's own headers."""

    def grants_header(self, name):
        """Whether a header is listed or one of the framework's."""
        return name.lower() in USUAL or super().grants_header(name)


run(Server)
