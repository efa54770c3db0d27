"""A port of 80 or 443 is taken off whatever the scheme, so https on port 80 passes as https on its default port."""
import pathlib
import re
import sys

sys.path.insert(0, str(pathlib.Path(__file__).resolve().parent.parent))
from support import Cors, run  # noqa: E402


class Server(Cors):
    """Takes default ports off before it compares."""

    def allows(self, origin):
        """Whether the policy grants an origin, its default port aside."""
        return super().allows(re.sub(r":(80|443)$", "", origin))


run(Server)
