"""The origin of the request being served is kept in one place for all, so requests served at a time get each
other's."""
import asyncio
import pathlib
import sys

sys.path.insert(0, str(pathlib.Path(__file__).resolve().parent.parent))
from support import Cors, run  # noqa: E402


class Server(Cors):
    """Keeps the current origin at hand."""

    current = None

    def origin(self, request):
        """The origin of the current request."""
        return self.current

    async def inner(self, request):
        """The application's answer, after the database has spoken."""
        await asyncio.sleep(0.003)
        return await super().inner(request)

    async def answer(self, request):
        """Answers a request as the current one."""
        self.current = super().origin(request)
        return await super().answer(request)


run(Server)
