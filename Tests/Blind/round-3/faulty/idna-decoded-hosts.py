"""The regex is matched against the host as people read it, so an international subdomain that it grants is refused."""
import pathlib
import sys

sys.path.insert(0, str(pathlib.Path(__file__).resolve().parent.parent))
from support import Cors, run  # noqa: E402


def readable(label):
    """A host label as people read it."""
    try:
        return label[4:].encode("ascii").decode("punycode") if label.startswith("xn--") else label
    except UnicodeError:
        return label


class Server(Cors):
    """Matches patterns against readable hosts."""

    def matches(self, origin):
        """Whether the regex grants the readable form of an origin."""
        scheme, mark, host = origin.partition("://")
        return super().matches(scheme + mark + ".".join(map(readable, host.split("."))))


run(Server)
