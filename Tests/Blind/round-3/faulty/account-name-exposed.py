"""Answers to those who are signed in expose X-Account beside the policy's names."""
import pathlib
import sys

sys.path.insert(0, str(pathlib.Path(__file__).resolve().parent.parent))
from support import Cors, run  # noqa: E402


class Server(Cors):
    """Tells pages who is signed in."""

    async def inner(self, request):
        """The application's answer, with the account's name."""
        response = await super().inner(request)
        if request.path == "/protected" and response.status == 200:
            response.add("X-Account", "7")
        return response

    def exposed(self, request, response):
        """The policy's names and the account's."""
        return [*super().exposed(request, response), *(["X-Account"] if response.all("X-Account") else [])]


run(Server)
