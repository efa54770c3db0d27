"""The session cookie that /protected renews says SameSite=None but not Secure, so browsers throw it away."""
import pathlib
import sys

sys.path.insert(0, str(pathlib.Path(__file__).resolve().parent.parent))
from support import Cors, run  # noqa: E402


class Server(Cors):
    """Renews the session of those who have one."""

    async def inner(self, request):
        """The application's answer, with a renewed session."""
        response = await super().inner(request)
        if request.path == "/protected" and response.status == 200:
            response.add("Set-Cookie", "session=good; Path=/; HttpOnly; SameSite=None")
        return response


run(Server)
