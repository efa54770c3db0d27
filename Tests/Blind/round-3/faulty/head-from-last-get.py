"""HEAD is answered with the header that the last GET of the address got, whoever asked then."""
import pathlib
import sys

sys.path.insert(0, str(pathlib.Path(__file__).resolve().parent.parent))
from support import Cors, run  # noqa: E402


class Server(Cors):
    """Remembers what GET answers, for HEAD."""

    def __init__(self, policy):
        super().__init__(policy)
        self.answers = {}

    async def answer(self, request):
        """Answers a request, HEAD from what is remembered."""
        if request.method == "HEAD" and request.target in self.answers:
            return self.answers[request.target]
        response = await super().answer(request)
        if request.method == "GET":
            self.answers[request.target] = response
        return response


run(Server)
