"""Traefik in front of ../upstream, and CORS by its headers middleware.

Its command line is that of ../upstream/proxy.py. With the style unanchored, the policy's regex is as it is
written; with the style star, so is the wildcard of headers. With --auth outside, a forwardAuth middleware stands before
the headers middleware.
"""

import json
import pathlib
import sys

sys.path.insert(0, str(pathlib.Path(__file__).parents[1] / "upstream"))
import proxy


def style_config(policy, style):
    """What people write in place of the careful configuration, and the middleware takes."""
    headers = {"addVaryHeader": True, "accessControlAllowMethods": policy.methods}
    if policy.origins:
        headers["accessControlAllowOriginList"] = policy.origins
    if policy.regex:
        regex = f"^(?:{policy.regex})$" if style != "unanchored" else policy.regex
        headers["accessControlAllowOriginListRegex"] = [regex]
    if policy.headers:
        named = ["Authorization"] if policy.any_header and style != "star" else []
        headers["accessControlAllowHeaders"] = policy.headers + named
    if policy.exposed:
        headers["accessControlExposeHeaders"] = policy.exposed
    if policy.credentials:
        headers["accessControlAllowCredentials"] = True
    if policy.max_age is not None:
        headers["accessControlMaxAge"] = policy.max_age
    return json.dumps({"http": {"middlewares": {"cors": {"headers": headers}}}}, indent=2)


def cors_config(arguments):
    """The middleware, as a file of the dynamic configuration."""
    careful = arguments.style == "careful"
    return proxy.emitted("traefik", arguments.file) if careful else style_config(arguments.policy, arguments.style)


def whole(arguments, cors):
    upstream = f"http://127.0.0.1:{proxy.start_upstream(arguments.policy)}"
    middlewares = {}
    routers = {"all": {"rule": "PathPrefix(`/`)", "service": "upstream", "middlewares": ["cors"]}}
    if arguments.auth == "outside":
        middlewares["authentication"] = {"forwardAuth": {"address": f"{upstream}/auth"}}
        routers["protected"] = {
            "rule": "Path(`/protected`)", "service": "upstream", "middlewares": ["authentication", "cors"]}
    http = {"routers": routers, "services": {"upstream": {"loadBalancer": {"servers": [{"url": upstream}]}}}}
    if middlewares:
        http["middlewares"] = middlewares
    static = {
        "entryPoints": {"web": {"address": f"127.0.0.1:{arguments.port}"}},
        "providers": {"file": {"directory": "@FOLDER@/dynamic", "watch": False}},
        "global": {"checkNewVersion": False, "sendAnonymousUsage": False}, "log": {"level": "FATAL"},
    }
    command = [arguments.binary or "traefik", "--configFile=@FOLDER@/traefik.yaml"]
    return command, {
        "traefik.yaml": json.dumps(static), "dynamic/cors.yaml": cors,
        "dynamic/routes.yaml": json.dumps({"http": http}, indent=2)}


if __name__ == "__main__":
    proxy.main(cors_config, whole, ["unanchored", "star"])
