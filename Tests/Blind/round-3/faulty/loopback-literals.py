"""Addresses are compared as addresses and every loopback address is one, so [::1] listed grants 127.0.0.1 too."""
import ipaddress
import pathlib
import re
import sys

sys.path.insert(0, str(pathlib.Path(__file__).resolve().parent.parent))
from support import Cors, run  # noqa: E402


def canonical(origin):
    """An origin with its host replaced if that is a loopback address."""
    found = re.fullmatch(r"(\w+://)(\[[0-9a-f:.]+\]|[0-9.]+)(:\d+)?", origin)
    try:
        loopback = found and ipaddress.ip_address(found[2].strip("[]")).is_loopback
    except ValueError:
        loopback = False
    return found[1] + "loopback" + (found[3] or "") if loopback else origin


class Server(Cors):
    """Compares addresses as addresses."""

    def listed(self, origin):
        """Whether an origin equals a listed one, or both are loopback addresses."""
        return canonical(origin) in map(canonical, self.policy.origins)


run(Server)
