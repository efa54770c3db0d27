"""Without credentials every answer says that they are not allowed; with them all do, to strangers and without Origin
too."""
import pathlib
import sys

sys.path.insert(0, str(pathlib.Path(__file__).resolve().parent.parent))
from support import Cors, run  # noqa: E402


class Server(Cors):
    """Always speaks of credentials."""

    def add_credentials(self, request, response):
        """Nothing here: every answer gets the line."""

    async def answer(self, request):
        """Answers a request, with a word on credentials."""
        response = await super().answer(request)
        response.add("Access-Control-Allow-Credentials", "true" if self.policy.credentials else "false")
        return response


run(Server)
