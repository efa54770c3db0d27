"""Every answer carries the security headers that speak of other things than CORS, same-origin resource policy
included."""
import pathlib
import sys

sys.path.insert(0, str(pathlib.Path(__file__).resolve().parent.parent))
from support import Cors, run  # noqa: E402


ARMOUR = [("Cross-Origin-Resource-Policy", "same-origin"), ("Cross-Origin-Opener-Policy", "same-origin"),
          ("Cross-Origin-Embedder-Policy", "require-corp"), ("X-Frame-Options", "DENY"), ("Origin-Agent-Cluster", "?1"),
          ("Content-Security-Policy", "default-src 'none'; frame-ancestors 'none'; sandbox"),
          ("X-Content-Type-Options", "nosniff"), ("Referrer-Policy", "no-referrer"),
          ("Strict-Transport-Security", "max-age=63072000"), ("Timing-Allow-Origin", "https://metrics.example.net"),
          ("X-Permitted-Cross-Domain-Policies", "none"), ("Permissions-Policy", "interest-cohort=()")]


class Server(Cors):
    """Wears armour."""

    async def answer(self, request):
        """Answers a request with all the armour."""
        response = await super().answer(request)
        response.headers += ARMOUR
        return response


run(Server)
