"""A 103 with a hint goes before every answer, preflights too."""
import pathlib
import sys

sys.path.insert(0, str(pathlib.Path(__file__).resolve().parent.parent))
from support import Cors, run  # noqa: E402


HINT = b"HTTP/1.1 103 Early Hints\r\nLink: </style.css>; rel=preload; as=style\r\n\r\n"


class Server(Cors):
    """Gives a hint before it answers."""

    def wire(self, request, response):
        """The bytes of the hint and of an answer."""
        return HINT + super().wire(request, response)


run(Server)
