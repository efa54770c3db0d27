"""A leading www. is taken off before origins are compared, so the www host of a listed origin is granted."""
import pathlib
import sys

sys.path.insert(0, str(pathlib.Path(__file__).resolve().parent.parent))
from support import Cors, run  # noqa: E402


class Server(Cors):
    """Takes www. for nothing."""

    def listed(self, origin):
        """Whether an origin is listed, with or without www."""
        return origin in self.policy.origins or origin.replace("://www.", "://", 1) in self.policy.origins


run(Server)
