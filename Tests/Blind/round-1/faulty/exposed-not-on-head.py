"""Access-Control-Expose-Headers is added while the body is written, and so HEAD has none.

Shown by, under a policy that exposes X-Total-Count and lists HEAD:
    HEAD /open, Origin: <granted>    (granted, X-Total-Count is there, but no Access-Control-Expose-Headers)
Severity: broken. A script that asks by HEAD how many there are cannot read the answer; by GET it can.
"""

import pathlib
import sys

sys.path.insert(0, str(pathlib.Path(__file__).resolve().parent.parent))

from support import Cors, serve


class Layer(Cors):
    def add_exposed(self, request, response):
        if request.method != "HEAD":
            super().add_exposed(request, response)


serve(Layer)
