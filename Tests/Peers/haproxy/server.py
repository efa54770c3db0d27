"""HAProxy with the routes that corspec asks for, and CORS by its own rules, without Lua.

Its command line is that of ../upstream/proxy.py.
"""

import pathlib
import re
import sys

sys.path.insert(0, str(pathlib.Path(__file__).parents[1] / "upstream"))
import proxy

GRANTED = "{ var(txn.cors_origin) -m found }"
PREFLIGHT = "{ var(txn.cors_method) -m found }"


def quoted(text):
    """A string of HAProxy's configuration, in which no sign has a meaning."""
    return "'" + text.replace("'", "'\\''") + "'"


def value(text):
    """A quoted header value, where a percent sign begins a format."""
    return quoted(text.replace("%", "%%"))


def cors_config(policy):
    """The careful recipe, for a frontend, before the rules that authenticate.

    - What is granted is found on the request, and kept in variables of the transaction.
    - http-after-response adds the headers to HAProxy's own answers and errors too; http-response would not.
    - set-header takes the place of what the application says of CORS.
    """
    policy.check()
    lines = ["# The origin that may read.", "http-request set-var(txn.origin) req.fhdr(Origin,1)"]
    if policy.any_origin:
        lines.append("acl cors_origin var(txn.origin) -m found")
    elif policy.origins:
        lines.append(f"acl cors_origin var(txn.origin) -m str -- {' '.join(map(quoted, policy.origins))}")
    if policy.regex:
        lines.append(f"acl cors_origin var(txn.origin) -m reg -- {quoted(f'^(?:{policy.regex})$')}")
    if policy.pattern:
        lines.append("http-request set-var(txn.cors_origin) var(txn.origin) if cors_origin")
    if policy.regex and "null" not in policy.origins and re.fullmatch(policy.regex, "null"):
        lines.append("http-request unset-var(txn.cors_origin) if { var(txn.origin) -m str null }")
    lines += [
        "# Whether a request is a preflight.",
        "http-request set-var(txn.cors_method) req.fhdr(Access-Control-Request-Method,1) if METH_OPTIONS "
        f"{{ req.fhdr(Access-Control-Request-Method,1) -m reg {quoted(f'^[{proxy.TOKEN}]+$')} }}",
        "# What answers depend on.", "http-after-response add-header Vary Origin",
        "# What the origin is granted.",
    ]

    def header(name, text, condition=GRANTED):
        lines.append(f"http-after-response set-header {name} {text} if {condition}")

    def preflight_header(name, text):
        header(name, text, f"{GRANTED} {PREFLIGHT}")

    for name in ["Allow-Origin", "Allow-Credentials", "Expose-Headers"]:
        lines.append(f"http-after-response del-header Access-Control-{name}")
    header("Access-Control-Allow-Origin", "*" if policy.any_origin else "%[var(txn.cors_origin)]")
    if policy.credentials:
        header("Access-Control-Allow-Credentials", "true")
    if policy.exposed:
        header("Access-Control-Expose-Headers", value(", ".join(policy.exposed)))
    methods = "%[var(txn.cors_method)]" if policy.any_method else value(", ".join(policy.methods))
    preflight_header("Access-Control-Allow-Methods", methods)
    if policy.any_header:
        lines.insert(-1, "http-request set-var(txn.cors_headers) req.fhdr(Access-Control-Request-Headers,1)")
        header("Access-Control-Allow-Headers", "%[var(txn.cors_headers)]",
               f"{GRANTED} {PREFLIGHT} {{ var(txn.cors_headers) -m reg {quoted(f'^[, {proxy.TOKEN}]+$')} }}")
    elif policy.headers:
        preflight_header("Access-Control-Allow-Headers", value(", ".join(policy.headers)))
    if policy.max_age is not None:
        preflight_header("Access-Control-Max-Age", str(policy.max_age))
    lines += ["# Preflights end here, whoever they are from.", f"http-request return status 204 if {PREFLIGHT}", ""]
    return "\n".join(lines)


MAIN = """
global
    maxconn 1000
defaults
    mode http
    timeout connect 5s
    timeout client 60s
    timeout server 60s
    timeout http-keep-alive 60s
frontend corspec
    bind 127.0.0.1:{port}
    {cors}
    acl authorized req.hdr(Authorization) -m str "Bearer good"
    acl authorized req.cook(session) -m str good
    acl protected path /protected
    http-request return status 200 content-type text/plain string open {carried} if {{ path /open }}
    http-request return status 401 hdr WWW-Authenticate Bearer if protected !authorized
    http-request return status 200 content-type text/plain string protected {carried} if protected
    http-request return status 500 if {{ path /failing }}
    http-request return status 404
"""


def whole(arguments, cors):
    carried = " ".join(f"hdr {value(name)} corspec" for name in arguments.policy.carried())
    configuration = MAIN.format(port=arguments.port, cors=cors.replace("\n", "\n    "), carried=carried)
    command = [arguments.binary or "/usr/sbin/haproxy", "-db", "-q", "-f", "@FOLDER@/haproxy.cfg"]
    return command, {"haproxy.cfg": configuration}


if __name__ == "__main__":
    proxy.main(lambda arguments: cors_config(arguments.policy), whole)
