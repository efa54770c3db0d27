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


def cors_config(policy, style="careful"):
    """The middleware, for http.middlewares of the dynamic configuration.

    - It searches by its regexes, which are anchored here.
    - With credentials it echoes the headers asked for in place of the wildcard, without it sends the wildcard, which
      does not cover Authorization: that is named beside it.
    """
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
    return json.dumps({"cors": {"headers": headers}}, indent=2)


def whole(arguments, cors):
    upstream = f"http://127.0.0.1:{proxy.start_upstream(arguments.policy)}"
    middlewares = json.loads(cors)
    routers = {"all": {"rule": "PathPrefix(`/`)", "service": "upstream", "middlewares": ["cors"]}}
    if arguments.auth == "outside":
        middlewares["authentication"] = {"forwardAuth": {"address": f"{upstream}/auth"}}
        routers["protected"] = {
            "rule": "Path(`/protected`)", "service": "upstream", "middlewares": ["authentication", "cors"]}
    dynamic = {
        "http": {
            "routers": routers, "middlewares": middlewares,
            "services": {"upstream": {"loadBalancer": {"servers": [{"url": upstream}]}}},
        }
    }
    static = {
        "entryPoints": {"web": {"address": f"127.0.0.1:{arguments.port}"}},
        "providers": {"file": {"filename": "@FOLDER@/dynamic.yaml", "watch": False}},
        "global": {"checkNewVersion": False, "sendAnonymousUsage": False}, "log": {"level": "FATAL"},
    }
    command = [arguments.binary or "traefik", "--configFile=@FOLDER@/traefik.yaml"]
    return command, {"traefik.yaml": json.dumps(static), "dynamic.yaml": json.dumps(dynamic, indent=2)}


if __name__ == "__main__":
    proxy.main(lambda arguments: cors_config(arguments.policy, arguments.style), whole, ["unanchored", "star"])
