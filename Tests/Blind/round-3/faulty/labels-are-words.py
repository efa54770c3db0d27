"""The classes of the regex are rewritten to the engine's word class, so a host with an underscore is granted."""
import pathlib
import re
import sys

sys.path.insert(0, str(pathlib.Path(__file__).resolve().parent.parent))
from support import Cors, run  # noqa: E402


class Server(Cors):
    """Rewrites patterns for speed."""

    def matches(self, origin):
        """Whether the rewritten regex matches the whole origin."""
        if self.policy.regex is None:
            return False
        return re.fullmatch(self.policy.regex.replace("a-z0-9", r"\w"), origin, re.ASCII) is not None


run(Server)
