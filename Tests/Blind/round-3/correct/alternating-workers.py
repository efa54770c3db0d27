"""Two workers take turns: one lists what the policy lists with 200, the other echoes what was asked with 204."""
import pathlib
import sys

sys.path.insert(0, str(pathlib.Path(__file__).resolve().parent.parent))
from support import Cors, Response, run  # noqa: E402


class Server(Cors):
    """Answers by turns in two styles."""

    turn = 0

    async def answer(self, request):
        """Answers a request in the other style than the one before."""
        self.turn = 1 - self.turn
        return await super().answer(request)

    def passed_preflight(self, request):
        """204, or 200 with a body."""
        return Response(204) if self.turn else Response(200, [("Content-Type", "text/plain")], b"OK")

    def add_lists(self, request, response, method, names):
        """Echoes what was asked, or lists what is granted."""
        if self.turn:
            response.add("Access-Control-Allow-Methods", method)
            response.headers += [("Access-Control-Allow-Headers", name) for name in names]
            return
        super().add_lists(request, response, method, names)
        if self.policy.headers and "*" not in self.policy.headers:
            response.set("Access-Control-Allow-Headers", ",".join(sorted(self.policy.headers, reverse=True)))

    def max_age(self, method):
        """The policy's seconds, or half of them."""
        return str(self.policy.max_age // 2) if self.turn else super().max_age(method)


run(Server)
