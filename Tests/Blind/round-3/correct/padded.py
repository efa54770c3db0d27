"""Field names are lower-case, values padded with spaces and tabs, lists repeat themselves in any case, numbers have
leading zeros, and Vary names everything twice."""
import pathlib
import sys

sys.path.insert(0, str(pathlib.Path(__file__).resolve().parent.parent))
from support import Cors, run  # noqa: E402


class Server(Cors):
    """Writes its header carelessly."""

    def add_lists(self, request, response, method, names):
        """Adds the lists, repeating them."""
        super().add_lists(request, response, method, names)
        response.add("Access-Control-Allow-Methods", f"{method} ,\t{method}")
        if names:
            response.add("Access-Control-Allow-Headers", "\t,".join(names).upper())

    def max_age(self, method):
        """The policy's seconds with leading zeros."""
        return "000" + super().max_age(method)

    def vary(self, request, response):
        """Says everything that an answer might depend on, twice."""
        names = "accept-encoding ,ORIGIN, Access-Control-Request-Method,\taccess-control-request-headers"
        response.add("Vary", names)
        response.add("Vary", names.title())

    def wire(self, request, response):
        """The bytes of an answer, padded."""
        head, end, body = super().wire(request, response).partition(b"\r\n\r\n")
        lines = [line.partition(b":") for line in head.split(b"\r\n")[1:]]
        fields = [name.lower() + b":\t  " + value.strip(b" ") + b" \t" for name, _, value in lines]
        return b"\r\n".join([head.split(b"\r\n")[0], *fields]) + end + body


run(Server)
