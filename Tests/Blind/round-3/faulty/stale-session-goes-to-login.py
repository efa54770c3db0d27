"""A request to /protected with a cookie that is no session is sent to another host's login page, where its origin will
be null."""
import pathlib
import sys

sys.path.insert(0, str(pathlib.Path(__file__).resolve().parent.parent))
from support import Cors, Response, run  # noqa: E402


class Server(Cors):
    """Sends those whose session has ended to the login page."""

    async def inner(self, request):
        """The application's answer, or the way to the login page."""
        response = await super().inner(request)
        if response.status == 401 and request.all("Cookie"):
            return Response(302, [("Location", "https://login.example.net/?next=/protected")])
        return response


run(Server)
