"""Methods are an enumeration whose OTHER holds all that it does not know, so one listed unusual method grants them
all."""
import pathlib
import sys

sys.path.insert(0, str(pathlib.Path(__file__).resolve().parent.parent))
from support import Cors, run  # noqa: E402


KNOWN = ("GET", "HEAD", "POST", "PUT", "DELETE", "PATCH", "OPTIONS", "TRACE", "CONNECT")


def enumerated(method):
    """A method as the enumeration has it."""
    return method if method in KNOWN else "OTHER"


class Server(Cors):
    """Compares methods as the enumeration has them."""

    def grants_method(self, method, request):
        """Whether the enumeration's value is listed."""
        return super().grants_method(method, request) or enumerated(method) in map(enumerated, self.policy.methods)

    def add_lists(self, request, response, method, names):
        """Adds the method and the names that were asked for."""
        response.add("Access-Control-Allow-Methods", method)
        if names:
            response.add("Access-Control-Allow-Headers", ", ".join(names))


run(Server)
