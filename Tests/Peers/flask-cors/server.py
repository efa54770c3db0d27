"""Flask with the routes that corspec asks for, and CORS by Flask-Cors.

Its command line is that of ../python/peer.py. Flask-Cors is set up by what "corspec emit" writes; by hand where corspec
refuses to, and with --regex unanchored. With --style send-wildcard, any origin is answered with "*".
"""

import pathlib
import re
import sys

from flask import Flask, Response, abort, request
from flask_cors import CORS

sys.path.insert(0, str(pathlib.Path(__file__).parents[1] / "python"))
import peer


def settings(policy, regex):
    """The arguments of flask_cors.CORS by hand. Every one is given, since its defaults grant all."""
    origins = list(policy.origins)
    if policy.regex is not None:
        # A string with signs of a regex is taken for one; a compiled one is taken as it is.
        origins.append(policy.regex if regex == "unanchored" else re.compile(policy.whole_regex))
    given = {
        "origins": origins, "allow_headers": policy.headers, "expose_headers": policy.exposed,
        "supports_credentials": policy.credentials,
    }
    if not policy.any_method:
        # Any method is what Flask-Cors grants where none are named.
        given["methods"] = policy.methods
    if policy.max_age is not None:
        given["max_age"] = policy.max_age
    return given


def add_cors(app, arguments):
    app.config["CORS_SEND_WILDCARD"] = arguments.style == "send-wildcard"
    module = peer.emitted_module("flask-cors", arguments.file) if arguments.regex == "anchored" else None
    if module:
        module["add_cors"](app)
    else:
        CORS(app, **settings(arguments.policy, arguments.regex))


def application(arguments):
    app = Flask(__name__)
    policy = arguments.policy
    add_cors(app, arguments)

    def require_authorization():
        if not peer.is_authorized(request.headers.get("Authorization"), request.cookies):
            abort(Response(status=401, headers={"WWW-Authenticate": peer.REALM}))

    def opened():
        return Response("open", headers=policy.carried())

    def protected():
        if arguments.auth == "inside":
            require_authorization()
        return Response("protected", headers=policy.carried())

    def failing():
        raise RuntimeError(peer.FAILURE)

    for view in [opened, protected, failing]:
        # By hand, since Flask's decorators have no word for any method.
        name = "open" if view is opened else view.__name__
        rule = app.url_rule_class(f"/{name}", endpoint=name)
        rule.provide_automatic_options = True
        app.url_map.add(rule)
        app.view_functions[name] = view

    if arguments.auth == "outside":
        @app.before_request
        def authenticate():
            if request.path == "/protected":
                require_authorization()

    app.logger.disabled = True
    return app


def main():
    arguments = peer.parse(styles=["send-wildcard"])
    peer.serve_wsgi(application(arguments), arguments.port)


if __name__ == "__main__":
    main()
