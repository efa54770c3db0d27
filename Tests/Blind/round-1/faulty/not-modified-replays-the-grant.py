"""The answer to a conditional GET is made from the headers of the first 200, with the grant of whoever asked then.

Shown by, under a policy with two granted origins, one after the other:
    GET /open, Origin: <first>                             (200, ETag "v1", right)
    GET /open, Origin: <second>                            (200, ETag "v1", right)
    GET /open, Origin: <second>, If-None-Match: "v1"       (304, Access-Control-Allow-Origin: <first>)
Severity: broken. The 304 replaces the stored grant of the second origin by that of the first, and the fetch is
blocked. Vary is right on all of them.
"""

import pathlib
import sys

sys.path.insert(0, str(pathlib.Path(__file__).resolve().parent.parent))

from support import Cors, Response, serve


class Layer(Cors):
    def __init__(self, policy):
        super().__init__(policy)
        self.first_answers = {}

    def handle(self, request):
        response = super().handle(request)
        if request.method != "GET" or response.status != 200 or request.path != "/open":
            return response
        if not response.has("ETag"):
            response.add("ETag", '"v1"')
        tag = next(value for name, value in response.headers if name.lower() == "etag")
        if request.origin is not None:
            self.first_answers.setdefault(request.target, response)
        if request.get("if-none-match") != tag:
            return response
        stored = self.first_answers.get(request.target, response)
        return Response(304, [(name, value) for name, value in stored.headers if name != "Content-Type"])


serve(Layer)
