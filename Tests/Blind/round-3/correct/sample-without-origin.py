"""A request without Origin is answered with the grant of the last listed origin, as a sample; every answer varies."""
import pathlib
import sys

sys.path.insert(0, str(pathlib.Path(__file__).resolve().parent.parent))
from support import Cors, run  # noqa: E402


class Server(Cors):
    """Shows those who are no page what a grant looks like."""

    def granted(self, request):
        """The request's own origin if it is granted; the last listed one where no origin is stated."""
        if request.all("Origin") or not self.policy.origins:
            return super().granted(request)
        return self.policy.origins[-1]


run(Server)
