"""Without credentials in the policy, an answer to a request with Authorization allows them all the same; browsers send
remembered HTTP authentication without a preflight."""
import pathlib
import sys

sys.path.insert(0, str(pathlib.Path(__file__).resolve().parent.parent))
from support import Cors, run  # noqa: E402


class Server(Cors):
    """Takes Authorization for the mark of a credentialed request."""

    def add_credentials(self, request, response):
        """Allows credentials where the policy or the request has them."""
        if self.policy.credentials or (request.all("Authorization") and not self.policy.star):
            response.add("Access-Control-Allow-Credentials", "true")


run(Server)
