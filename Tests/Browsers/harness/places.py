"""The loopback places that exchanges name, and where they really are.

An exchange is written for the ports 8701 to 8705 and for the id in its own path, so that a seed gives the same
exchanges on every machine. The servers listen wherever the system lets them; what a browser gets to see is the
exchange moved there.
"""

import copy
import re

PAGE, NEIGHBOUR, OTHER, SECOND, SIX = 8701, 8702, 8703, 8704, 8705
"""The page; same site; another site (as localhost); same site once more; the page on [::1]."""

WRITTEN_PORTS = (PAGE, NEIGHBOUR, OTHER, SECOND, SIX)
PAGE_ORIGIN = f"http://127.0.0.1:{PAGE}"
DEFAULT_PORT_ORIGIN = "http://127.0.0.1"
SIX_ORIGIN = f"http://[::1]:{SIX}"
NULL_ORIGIN = "null"

_PORT = re.compile("|".join(str(port) for port in WRITTEN_PORTS))


class Places:
    """Maps written ports to those that the servers got."""

    def __init__(self, ports):
        """`ports` has the real port for each written one."""
        self._ports = {str(written): str(real) for written, real in ports.items()}
        self._written = {f":{real}": f":{written}" for written, real in ports.items()}

    def real(self, text):
        """Returns a text with every written port replaced."""
        return _PORT.sub(lambda match: self._ports[match.group()], text)

    def written(self, origin):
        """Returns an origin that a browser sent with its port as exchanges write it."""
        start, colon, port = origin.rpartition(":")
        return start + self._written.get(colon + port, colon + port)

    def moved(self, exchange, token):
        """Returns an exchange as it is run: on real ports, under a path of its own."""
        written_path = f"case/{exchange['id']}"

        def move(text):
            return f"case/{token}".join(map(self.real, text.split(written_path)))

        def move_response(response):
            if response is not None:
                response["headers"] = [[name, move(value)] for name, value in response["headers"]]

        result = copy.deepcopy(exchange)
        result["request"]["origin"] = move(result["request"]["origin"])
        moved_hops = hops(result)
        for hop in moved_hops:
            hop["url"] = move(hop["url"])
            move_response(hop.get("preflight_response"))
            move_response(hop.get("response"))
        set_hops(result, moved_hops)
        return result


def hops(exchange):
    """Returns the hops of an exchange, each {url, preflight_response, response}; the responses are shared."""
    first = {
        "url": exchange["request"]["url"],
        "preflight_response": exchange.get("preflight_response"),
        "response": exchange.get("response"),
    }
    return [first, *exchange.get("redirects", [])]


def set_hops(exchange, new_hops):
    """Writes hops into an exchange, in place of those it had."""
    first, *later = new_hops
    exchange["request"]["url"] = first["url"]
    exchange["preflight_response"] = first.get("preflight_response")
    exchange["response"] = first["response"]
    exchange.pop("redirects", None)
    if later:
        exchange["redirects"] = later
