"""Any origin together with credentials is accepted at the start, and served without credentials."""
import pathlib
import sys

sys.path.insert(0, str(pathlib.Path(__file__).resolve().parent.parent))
from support import Cors, run  # noqa: E402


class Server(Cors):
    """Leaves credentials out where they cannot be."""

    def trapped(self):
        """Goes on without credentials."""
        self.policy.credentials = False


run(Server)
