"""Caddy with the routes that corspec asks for, and CORS by matchers and the header directive: it has no CORS module.

Its command line is that of ../upstream/proxy.py. The style careless is a recipe that circulates.
"""

import pathlib
import sys

sys.path.insert(0, str(pathlib.Path(__file__).parents[1] / "upstream"))
import proxy


def raw(text):
    """A string of a Caddyfile, in which no sign has a meaning."""
    if "`" in text:
        raise proxy.Refusal(f"a Caddyfile cannot write the backtick of {text}")
    return f"`{text}`"


def careless_config(policy):
    """The recipe that circulates: the star for everyone, and every OPTIONS taken for a preflight."""
    given = [("Origin", ["*"]), ("Methods", policy.methods), ("Headers", policy.headers)]
    if policy.credentials:
        given.append(("Credentials", ["true"]))
    lines = [f"\tAccess-Control-Allow-{name} {raw(', '.join(values))}" for name, values in given if values]
    if policy.exposed:
        lines.append(f"\tAccess-Control-Expose-Headers {raw(', '.join(policy.exposed))}")
    if policy.max_age is not None:
        lines.append(f"\tAccess-Control-Max-Age {policy.max_age}")
    return "\n".join(["header {", *lines, "}", "@options method OPTIONS", "respond @options 204", ""])



def cors_config(arguments):
    """The careful recipe, for a site, within "route", or the careless one."""
    careless = arguments.style == "careless"
    return careless_config(arguments.policy) if careless else proxy.emitted("caddy", arguments.file)


MAIN = """{{
	admin off
	auto_https off
	log {{
		level ERROR
	}}
}}
http://:{port} {{
	bind 127.0.0.1
	route {{
		{cors}
		@authorized_by_header {{
			path /protected
			header Authorization "Bearer good"
		}}
		@authorized_by_cookie {{
			path /protected
			header_regexp Cookie `(^|[; ])session=good(;|$)`
		}}
		@open path /open
		{carried}
		respond /open open 200
		respond @authorized_by_header protected 200
		respond @authorized_by_cookie protected 200
		error /protected 401
		error /failing 500
		error 404
	}}
}}
"""


def whole(arguments, cors):
    lines = "\n".join(f"\t{name} corspec" for name in arguments.policy.carried())
    matchers = ["@open", "@authorized_by_header", "@authorized_by_cookie"]
    carried = "\n".join(f"header {matcher} {{\n{lines}\n}}" for matcher in matchers) if lines else ""
    configuration = MAIN.format(port=arguments.port, cors=cors.replace("\n", "\n\t\t"), carried=carried)
    command = [arguments.binary or "/usr/bin/caddy", "run", "--adapter", "caddyfile", "--config", "@FOLDER@/Caddyfile"]
    return command, {"Caddyfile": configuration}


if __name__ == "__main__":
    proxy.main(cors_config, whole, ["careless"])
