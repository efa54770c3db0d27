"""Preflights pass with 202 and a JSON body; those of refused origins are redirected, others refused with 451."""
import pathlib
import sys

sys.path.insert(0, str(pathlib.Path(__file__).resolve().parent.parent))
from support import Cors, Response, run  # noqa: E402


class Server(Cors):
    """Answers preflights with unusual statuses."""

    def passed_preflight(self, request):
        """An answer that says what it is."""
        return Response(202, [("Content-Type", "application/json")], b'{"preflight": "passed"}\n')

    def refused_preflight(self, request):
        """The way to an explanation for strangers, else 451."""
        if self.granted(request) is None:
            return Response(302, [("Location", "/denied"), ("Vary", "Origin")])
        return Response(451, [("Vary", "Origin")], b"not here\n")


run(Server)
