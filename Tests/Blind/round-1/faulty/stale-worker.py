"""One of seven workers still runs with the configuration of the time when one origin was listed.

Shown by, under a policy that lists two origins:
    GET /open, Origin: <the second listed>, seven times    (one answer in seven lacks the grant)
Severity: broken. The second origin's fetches are blocked now and then; the first listed never is.
"""

import pathlib
import sys

sys.path.insert(0, str(pathlib.Path(__file__).resolve().parent.parent))

from support import Cors, serve

WORKERS = 7


class Layer(Cors):
    turn = 0

    def handle(self, request):
        self.turn = (self.turn + 1) % WORKERS
        return super().handle(request)

    def grants_origin(self, request):
        listed = self.policy.origins
        worker_is_stale = self.turn == WORKERS - 1
        if worker_is_stale and request.origin in listed[1:] and not self.policy.regex_matches(request.origin):
            return False
        return super().grants_origin(request)


serve(Layer)
