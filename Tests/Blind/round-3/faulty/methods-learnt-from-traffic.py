"""The methods of a route are learnt from the requests that it has answered, so one unlisted method that anybody used is
granted to pages from then on."""
import pathlib
import sys

sys.path.insert(0, str(pathlib.Path(__file__).resolve().parent.parent))
from support import Cors, run  # noqa: E402


class Server(Cors):
    """Learns what its routes can do."""

    def __init__(self, policy):
        super().__init__(policy)
        self.learnt = {}

    def grants_method(self, method, request):
        """Whether a method is granted or has worked on the route before."""
        return super().grants_method(method, request) or method in self.learnt.get(request.path, ())

    def add_lists(self, request, response, method, names):
        """Adds the policy's methods, those of the route, and the names that were asked for."""
        super().add_lists(request, response, method, names)
        response.add("Access-Control-Allow-Methods", ", ".join(sorted(self.learnt.get(request.path, {"GET"}))))

    async def inner(self, request):
        """The application's answer; a method that works is remembered."""
        response = await super().inner(request)
        if response.status < 400:
            self.learnt.setdefault(request.path, set()).add(request.method)
        return response


run(Server)
