"""Hosts are validated by the rules for new names, so a label with hyphens in its third and fourth place is refused."""
import pathlib
import sys

sys.path.insert(0, str(pathlib.Path(__file__).resolve().parent.parent))
from support import Cors, run  # noqa: E402


def valid(label):
    """Whether a label keeps the rules for hyphens."""
    return not (label.startswith("-") or label.endswith("-")) and (label[2:4] != "--" or label.startswith("xn--"))


class Server(Cors):
    """Looks only at origins whose host is well formed."""

    def allows(self, origin):
        """Whether the policy grants a well-formed origin."""
        host = origin.partition("://")[2].partition(":")[0]
        return all(map(valid, host.split("."))) and super().allows(origin)


run(Server)
