"""Envoy in front of ../upstream, and CORS by its own filter.

Its command line is that of ../upstream/proxy.py. The style alone is the filter and nothing beside it; with
the style prefix, listed origins are matched by their beginning.
"""

import json
import pathlib
import sys

sys.path.insert(0, str(pathlib.Path(__file__).parents[1] / "upstream"))
import proxy

EXTENSIONS = "type.googleapis.com/envoy.extensions.filters"


def cors_config(policy, style="careful"):
    """What a virtual host or a route has: the filter's policy, and the Vary that the filter does not add.

    A safe_regex is matched against the whole origin.
    """
    listed = "prefix" if style == "prefix" else "exact"
    matches = [{"exact" if origin == "*" else listed: origin} for origin in policy.origins]
    if policy.regex:
        matches.append({"safe_regex": {"regex": policy.regex}})
    cors = {
        "@type": f"{EXTENSIONS}.http.cors.v3.CorsPolicy", "allow_origin_string_match": matches,
        "allow_methods": ", ".join(policy.methods), "allow_headers": ", ".join(policy.headers),
        "expose_headers": ", ".join(policy.exposed), "allow_credentials": policy.credentials,
    }
    if policy.max_age is not None:
        cors["max_age"] = str(policy.max_age)
    host = {"typed_per_filter_config": {"envoy.filters.http.cors": cors}}
    if style != "alone":
        host["response_headers_to_add"] = [{"header": {"key": "Vary", "value": "Origin"}}]
    return json.dumps(host, indent=2)


def address(port):
    return {"socket_address": {"address": "127.0.0.1", "port_value": port}}


def whole(arguments, cors):
    upstream = proxy.start_upstream(arguments.policy)
    routes = [{"match": {"prefix": "/"}, "route": {"cluster": "upstream"}}]
    host = {"name": "all", "domains": ["*"], "routes": routes} | json.loads(cors)
    manager = {
        "@type": f"{EXTENSIONS}.network.http_connection_manager.v3.HttpConnectionManager", "stat_prefix": "corspec",
        "http_protocol_options": {"allow_custom_methods": True}, "route_config": {"virtual_hosts": [host]},
        "http_filters": [
            {"name": "envoy.filters.http.cors", "typed_config": {"@type": f"{EXTENSIONS}.http.cors.v3.Cors"}},
            {"name": "envoy.filters.http.router", "typed_config": {"@type": f"{EXTENSIONS}.http.router.v3.Router"}},
        ],
    }
    listener = {
        "address": address(arguments.port),
        "filter_chains": [
            {"filters": [{"name": "envoy.filters.network.http_connection_manager", "typed_config": manager}]}],
    }
    cluster = {
        "name": "upstream", "type": "STATIC", "connect_timeout": "5s",
        "load_assignment": {
            "cluster_name": "upstream",
            "endpoints": [{"lb_endpoints": [{"endpoint": {"address": address(upstream)}}]}],
        },
    }
    bootstrap = {"static_resources": {"listeners": [listener], "clusters": [cluster]}}
    command = [
        arguments.binary or "envoy", "-c", "@FOLDER@/envoy.json", "--disable-hot-restart", "--concurrency", "1", "-l",
        "critical"]
    return command, {"envoy.json": json.dumps(bootstrap, indent=2)}


if __name__ == "__main__":
    proxy.main(lambda arguments: cors_config(arguments.policy, arguments.style), whole, ["alone", "prefix"])
