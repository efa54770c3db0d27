"""Caddy with the routes that corspec asks for, and CORS by matchers and the header directive: it has no CORS module.

Its command line is that of ../upstream/proxy.py. The style careless is a recipe that circulates.
"""

import pathlib
import re
import sys

sys.path.insert(0, str(pathlib.Path(__file__).parents[1] / "upstream"))
import proxy

# RE2 has no lookahead: what a regex matches beyond the policy is taken away by a matcher of its own.
NOT_NULL = "not header Origin null"


def raw(text):
    """A string of a Caddyfile, in which no sign has a meaning."""
    if "`" in text:
        raise proxy.Refusal(f"a Caddyfile cannot write the backtick of {text}")
    return f"`{text}`"


def cors_config(policy):
    """The careful recipe, for a site, within "route", before the directives that authenticate.

    - What the matcher found is echoed, not the line that was sent.
    - Without "defer" the headers are there before an error is made, and stay on its answer.
    """
    policy.check()
    lines = []
    granted = []
    token = f"^[{proxy.TOKEN}]+$".replace("`", "")
    if policy.pattern:
        granted = [f"header_regexp cors Origin {raw(policy.pattern)}"]
        if policy.regex and "null" not in policy.origins and re.fullmatch(policy.regex, "null"):
            granted.append(NOT_NULL)
    preflight = ["method OPTIONS", f"header_regexp cors_method Access-Control-Request-Method {raw(token)}"]

    def block(head, *content):
        lines.extend([f"{head} {{", *(f"\t{line}" for line in content), "}"])

    lines += ["# What answers depend on.", "header +Vary Origin", "# Whether a request is a preflight."]
    block("@cors_preflight", *preflight)
    if granted:
        origin = "*" if policy.any_origin else "{re.cors.0}"
        headers = [f"Access-Control-Allow-Origin {origin}"]
        if policy.credentials:
            headers.append("Access-Control-Allow-Credentials true")
        if policy.exposed:
            headers.append(f"Access-Control-Expose-Headers {raw(', '.join(policy.exposed))}")
        lines.append("# The origin that may read, and what it is granted.")
        block("@cors_origin", *granted)
        block("header @cors_origin", *headers)
        methods = "{re.cors_method.0}" if policy.any_method else raw(", ".join(policy.methods))
        headers = [f"Access-Control-Allow-Methods {methods}"]
        if policy.headers and not policy.any_header:
            headers.append(f"Access-Control-Allow-Headers {raw(', '.join(policy.headers))}")
        if policy.max_age is not None:
            headers.append(f"Access-Control-Max-Age {policy.max_age}")
        block("@cors_granted_preflight", *granted, *preflight)
        block("header @cors_granted_preflight", *headers)
        if policy.any_header:
            names = raw(f"^[, {proxy.TOKEN}]+$".replace("`", ""))
            block("@cors_any_header", *granted, *preflight,
                  f"header_regexp cors_headers Access-Control-Request-Headers {names}")
            block("header @cors_any_header", "Access-Control-Allow-Headers {re.cors_headers.0}")
    lines += [
        "# Preflights end here, whoever they are from.", "respond @cors_preflight 204",
        "# Where the application speaks of CORS itself, its reverse_proxy needs: header_down -Access-Control-*", ""]
    return "\n".join(lines)


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


STYLES = {"careful": cors_config, "careless": careless_config}

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
    proxy.main(lambda arguments: STYLES[arguments.style](arguments.policy), whole, list(STYLES)[1:])
