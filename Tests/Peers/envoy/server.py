"""Envoy in front of ../upstream, and CORS by its own filter.

Its command line is that of ../upstream/proxy.py. The style alone is the filter and nothing beside it; with
the style prefix, listed origins are matched by their beginning.
"""

import json
import pathlib
import sys
import textwrap

sys.path.insert(0, str(pathlib.Path(__file__).parents[1] / "upstream"))
import proxy

EXTENSIONS = "type.googleapis.com/envoy.extensions.filters"
# What Envoy's routes are: a file of its own, since the virtual host's CORS is YAML in blocks.
ROUTES = """
resources:
- "@type": type.googleapis.com/envoy.config.route.v3.RouteConfiguration
  name: all
  virtual_hosts:
  - name: all
    domains: ["*"]
    routes:
    - match: {{prefix: "/"}}
      route: {{cluster: upstream}}
{cors}"""


def style_config(policy, style):
    """What people write in place of the careful configuration, and the filter takes."""
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
    vary = '[{"header": {"key": "Vary", "value": "Origin"}}]' if style != "alone" else "[]"
    filters = json.dumps({"envoy.filters.http.cors": cors})
    return f"typed_per_filter_config: {filters}\nresponse_headers_to_add: {vary}\n"


def cors_config(arguments):
    """What a virtual host has, in YAML."""
    careful = arguments.style == "careful"
    return proxy.emitted("envoy", arguments.file) if careful else style_config(arguments.policy, arguments.style)


def address(port):
    return {"socket_address": {"address": "127.0.0.1", "port_value": port}}


def whole(arguments, cors):
    upstream = proxy.start_upstream(arguments.policy)
    routes = ROUTES.format(cors=textwrap.indent(cors, "    "))
    manager = {
        "@type": f"{EXTENSIONS}.network.http_connection_manager.v3.HttpConnectionManager", "stat_prefix": "corspec",
        "http_protocol_options": {"allow_custom_methods": True},
        "rds": {
            "route_config_name": "all",
            "config_source": {"path_config_source": {"path": "@FOLDER@/routes.yaml"}, "resource_api_version": "V3"},
        },
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
    bootstrap = {"node": {"id": "corspec", "cluster": "corspec"}, "static_resources": {"listeners": [listener], "clusters": [cluster]}}
    command = [
        arguments.binary or "envoy", "-c", "@FOLDER@/envoy.json", "--disable-hot-restart", "--concurrency", "1", "-l",
        "critical"]
    return command, {"envoy.json": json.dumps(bootstrap, indent=2), "routes.yaml": routes}


if __name__ == "__main__":
    proxy.main(cors_config, whole, ["alone", "prefix"])
