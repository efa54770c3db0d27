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


def cors_config(arguments):
    """The careful recipe, for a server or a virtual host, or the careless one."""
    careless = arguments.style == "careless"
    return careless_config(arguments.policy) if careless else proxy.emitted("apache", arguments.file)


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
    proxy.main(cors_config, whole, ["careless"])
