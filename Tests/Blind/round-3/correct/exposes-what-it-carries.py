"""An answer exposes those of the policy's names that it carries, and safelisted ones; one that carries none says
nothing."""
import pathlib
import sys

sys.path.insert(0, str(pathlib.Path(__file__).resolve().parent.parent))
from support import Cors, run  # noqa: E402


class Server(Cors):
    """Exposes what is there."""

    def exposed(self, request, response):
        """The names of the policy that the answer carries, and those that scripts may read anyhow."""
        names = [name.lower() for name in super().exposed(request, response)]
        if "*" in names:
            names = [name.lower() for name, _ in response.headers if name.lower() != "set-cookie"]
        carried = [name for name in names if response.all(name)]
        return carried + ["Content-Length", "CONTENT-TYPE", carried[0]] if carried else []


run(Server)
