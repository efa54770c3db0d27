"""A connection is taken for one page's, so the first origin on it decides for all others that follow."""
import pathlib
import sys

sys.path.insert(0, str(pathlib.Path(__file__).resolve().parent.parent))
from support import Cors, run  # noqa: E402


class Server(Cors):
    """Decides once for each connection."""

    def __init__(self, policy):
        super().__init__(policy)
        self.decided = {}

    def granted(self, request):
        """The value that grants a request, if its connection is granted."""
        origin = self.origin(request)
        if self.policy.star or origin is None:
            return super().granted(request)
        if request.connection not in self.decided:
            self.decided[request.connection] = self.allows(origin)
        return origin if self.decided[request.connection] else None


run(Server)
