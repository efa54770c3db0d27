"""A 401 grants the origin but not credentials, as there are none, so a credentialed fetch cannot read the 401."""
import pathlib
import sys

sys.path.insert(0, str(pathlib.Path(__file__).resolve().parent.parent))
from support import Cors, run  # noqa: E402


class Server(Cors):
    """Allows credentials where there were good ones."""

    def add_credentials(self, request, response):
        """Allows credentials unless they were missing or wrong."""
        if response.status != 401:
            super().add_credentials(request, response)


run(Server)
