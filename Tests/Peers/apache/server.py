"""Apache httpd in front of ../upstream, and CORS by SetEnvIf, mod_headers and mod_rewrite: it has no CORS module.

Its command line is that of ../upstream/proxy.py. The style careless is a recipe that circulates.
"""

import pathlib
import re
import sys

sys.path.insert(0, str(pathlib.Path(__file__).parents[1] / "upstream"))
import proxy

MODULES = [
    "mpm_event", "authz_core", "env", "setenvif", "headers", "rewrite", "proxy", "proxy_http", "reqtimeout",
]


def quoted(text):
    """A string of Apache's configuration: within quotes, a backslash counts before another one and before quotes."""
    return '"' + re.sub(r"""\\(?=[\\"]|$)|(?=")""", r"\\\g<0>", text) + '"'


def value(text):
    """A quoted header value, where a percent sign begins a format."""
    return quoted(text.replace("%", "%%"))


def cors_config(policy):
    """The careful recipe, for a server or a virtual host.

    - SetEnvIf works before authentication and minds the case; SetEnvIfNoCase would not.
    - "always" adds the headers to error answers too.
    - A RewriteRule of the server or virtual host comes before authentication, one of a directory after it.
    """
    policy.check()
    origins = ["^.+$"] if policy.any_origin else policy.patterns
    granted = value("*") if policy.any_origin else '"%{CORS_ORIGIN}e"'
    lines = ["# The origin that may read."]
    lines += [f"SetEnvIf Origin {quoted(regex)} CORS_ORIGIN=$0" for regex in origins]
    if policy.regex and "null" not in policy.origins and re.fullmatch(policy.regex, "null"):
        lines.append('SetEnvIf Origin "^null$" !CORS_ORIGIN')
    lines += [
        "# What answers depend on.", "Header always merge Vary Origin",
        "# What the application says of CORS, where it does, gives way.",
    ]
    replaced = ["Allow-Origin", "Allow-Credentials", "Allow-Methods", "Allow-Headers", "Expose-Headers"]
    lines += [f"Header unset Access-Control-{name}" for name in replaced]

    def header(name, text, condition="env=CORS_ORIGIN"):
        lines.append(f"Header always set {name} {text} {condition}")

    lines.append("# What the origin is granted.")
    header("Access-Control-Allow-Origin", granted)
    if policy.credentials:
        header("Access-Control-Allow-Credentials", '"true"')
    if policy.exposed:
        header("Access-Control-Expose-Headers", value(", ".join(policy.exposed)))
    lines += [
        "# Whether a request is a preflight, and what it is granted.",
        f'SetEnvIf Access-Control-Request-Method "^[{proxy.TOKEN}]+$" CORS_METHOD=$0',
        f'SetEnvIf Access-Control-Request-Headers "^[, {proxy.TOKEN}]+$" CORS_HEADERS=$0',
        'SetEnvIf Request_Method "^(?!OPTIONS$)" !CORS_METHOD !CORS_HEADERS',
    ]

    def preflight_header(name, text, condition="CORS_METHOD"):
        header(name, text, f"\"expr=-n reqenv('CORS_ORIGIN') && -n reqenv('{condition}')\"")

    methods = '"%{CORS_METHOD}e"' if policy.any_method else value(", ".join(policy.methods))
    preflight_header("Access-Control-Allow-Methods", methods)
    if policy.any_header:
        preflight_header("Access-Control-Allow-Headers", '"%{CORS_HEADERS}e"', "CORS_HEADERS")
    elif policy.headers:
        preflight_header("Access-Control-Allow-Headers", value(", ".join(policy.headers)))
    if policy.max_age is not None:
        preflight_header("Access-Control-Max-Age", f'"{policy.max_age}"')
    lines += [
        "# Preflights end here, whoever they are from.", "RewriteEngine On",
        "RewriteCond %{REQUEST_METHOD} =OPTIONS", "RewriteCond %{HTTP:Access-Control-Request-Method} .",
        "RewriteRule ^ - [R=204,L]", "",
    ]
    return "\n".join(lines)


def careless_config(policy):
    """The recipe that circulates: the star for everyone, and every OPTIONS taken for a preflight."""
    given = [("Origin", ["*"]), ("Methods", policy.methods), ("Headers", policy.headers)]
    if policy.credentials:
        given.append(("Credentials", ["true"]))
    header = "Header always set Access-Control"
    lines = [f"{header}-Allow-{name} {value(', '.join(values))}" for name, values in given if values]
    if policy.exposed:
        lines.append(f"{header}-Expose-Headers {value(', '.join(policy.exposed))}")
    if policy.max_age is not None:
        lines.append(f'{header}-Max-Age "{policy.max_age}"')
    lines += ["RewriteEngine On", "RewriteCond %{REQUEST_METHOD} OPTIONS", "RewriteRule ^(.*)$ $1 [R=200,L]", ""]
    return "\n".join(lines)


STYLES = {"careful": cors_config, "careless": careless_config}


MAIN = """
ServerRoot "@FOLDER@"
DefaultRuntimeDir "@FOLDER@"
PidFile "@FOLDER@/httpd.pid"
ServerName localhost
Listen 127.0.0.1:{port}
{modules}
User www-data
Group www-data
StartServers 1
ServerLimit 1
ThreadsPerChild 64
MaxRequestWorkers 64
MaxKeepAliveRequests 0
KeepAliveTimeout 30
LogLevel crit
ErrorLog "@FOLDER@/error.log"
TraceEnable off
{cors}
ProxyPass "/" "http://127.0.0.1:{upstream}/"
"""


def whole(arguments, cors):
    modules = "\n".join(f"LoadModule {name}_module /usr/lib/apache2/modules/mod_{name}.so" for name in MODULES)
    configuration = MAIN.format(
        port=arguments.port, modules=modules, cors=cors, upstream=proxy.start_upstream(arguments.policy))
    command = [arguments.binary or "/usr/sbin/apache2", "-f", "@FOLDER@/httpd.conf", "-DFOREGROUND"]
    return command, {"httpd.conf": configuration}


if __name__ == "__main__":
    proxy.main(lambda arguments: STYLES[arguments.style](arguments.policy), whole, list(STYLES)[1:])
