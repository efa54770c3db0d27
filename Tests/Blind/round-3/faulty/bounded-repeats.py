"""Open-ended repeats of the regex get an upper bound against slow matches, so labels of more than 32 characters that it
grants are refused."""
import pathlib
import re
import sys

sys.path.insert(0, str(pathlib.Path(__file__).resolve().parent.parent))
from support import Cors, run  # noqa: E402


def bounded(pattern):
    """A pattern in which nothing repeats without end."""
    return pattern.replace("]+", "]{1,32}").replace(")*", "){0,8}")


class Server(Cors):
    """Bounds the repeats of patterns."""

    def matches(self, origin):
        """Whether the bounded regex matches the whole origin."""
        return self.policy.regex is not None and re.fullmatch(bounded(self.policy.regex), origin) is not None


run(Server)
