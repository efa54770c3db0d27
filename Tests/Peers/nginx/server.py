"""nginx with the routes that corspec asks for, and CORS by its own directives: it has no CORS module.

Its command line is that of ../upstream/proxy.py. The styles other than the careful one are the recipes that circulate.
"""

import dataclasses
import pathlib
import re
import sys

sys.path.insert(0, str(pathlib.Path(__file__).parents[1] / "upstream"))
import proxy


@dataclasses.dataclass(frozen=True)
class CORS:
    """The CORS part: maps for the http block, directives for each location (or for the server, where none has own)."""

    maps: str
    location: str

    def __str__(self):
        return "\n".join([
            "# In the http block.", self.maps,
            "# In the server block, and again in every location that has an add_header of its own.", self.location])


def quoted(text):
    """A string of nginx's configuration. Within quotes, some letters after a backslash are read, others kept."""
    return '"' + re.sub(r"""\\(?=["'\\trn]|$)|(?=")""", r"\\\g<0>", text) + '"'


def cors_config(arguments):
    """The careful recipe, which has a part for the http block and one for each location."""
    maps, location = re.split("^# In the server block.*\n", proxy.emitted("nginx", arguments.file), flags=re.MULTILINE)
    return CORS(maps, location)


def recipe_headers(policy, origin):
    """The lines that the recipes repeat in each block."""
    lines = [f"add_header 'Access-Control-Allow-Origin' {origin}"]
    if policy.credentials:
        lines.append("add_header 'Access-Control-Allow-Credentials' 'true'")
    lines.append(f"add_header 'Access-Control-Allow-Methods' '{', '.join(policy.methods)}'")
    if policy.headers:
        lines.append(f"add_header 'Access-Control-Allow-Headers' '{', '.join(policy.headers)}'")
    if policy.exposed:
        lines.append(f"add_header 'Access-Control-Expose-Headers' '{', '.join(policy.exposed)}'")
    return "".join(f"{line};\n" for line in lines)


def options_block(policy, headers):
    """Every OPTIONS is taken for a preflight."""
    age = "" if policy.max_age is None else f"add_header 'Access-Control-Max-Age' {policy.max_age};\n"
    body = "add_header 'Content-Type' 'text/plain; charset=utf-8';\nadd_header 'Content-Length' 0;\n"
    return f"if ($request_method = 'OPTIONS') {{\n{headers}{age}{body}return 204;\n}}\n"


def echo_recipe(arguments):
    """The origin is echoed, whatever it is."""
    policy = arguments.policy
    headers = recipe_headers(policy, "$http_origin")
    return CORS("", options_block(policy, headers) + headers)


def star_recipe(arguments):
    """"Wide-open CORS": the star, also with credentials, in a block for each method; others get none."""
    policy = arguments.policy
    headers = recipe_headers(policy, "'*'")
    blocks = [f"if ($request_method = '{method}') {{\n{headers}}}\n" for method in ("POST", "GET")]
    return CORS("", options_block(policy, headers) + "".join(blocks))


def if_recipe(arguments):
    """The origin is matched by a regex without anchors and with dots that match any sign, in "if"."""
    policy = arguments.policy
    written = policy.origins + ([policy.regex] if policy.regex else [])
    pattern = "|".join(written).replace("*", ".*") if policy.any_origin else "|".join(written) or "$^"
    headers = recipe_headers(policy, "$http_origin")
    matched = f"if ($http_origin ~* {quoted(f'({pattern})')}) {{\n{headers}}}\n"
    return CORS("", f"{matched}if ($request_method = 'OPTIONS') {{\nreturn 204;\n}}\n")


def unanchored_recipe(arguments):
    """The careful recipe, but for the anchors of the policy's own regex."""
    policy = arguments.policy
    careful = cors_config(arguments)
    if not policy.regex:
        return careful
    return dataclasses.replace(
        careful, maps=careful.maps.replace(quoted(f"~^(?:{policy.regex})$"), quoted(f"~{policy.regex}")))


STYLES = {
    "careful": cors_config, "unanchored": unanchored_recipe, "echo": echo_recipe, "star": star_recipe,
    "if": if_recipe,
}

ROUTES = """
map "$http_authorization|$http_cookie" $authorized {{
    default "";
    "~^Bearer good\\|" 1;
    "~[|; ]session=good(;|$)" 1;
}}
server {{
    listen 127.0.0.1:{port} backlog=1024;
    default_type text/plain;
    {outside}
    location = /open {{
        {cors}
        {carried}
        return 200 "open\\n";
    }}
    location = /protected {{
        {cors}
        {carried}
        if ($authorized = "") {{ return 401; }}
        return 200 "protected\\n";
    }}
    location = /failing {{
        {cors}
        return 500;
    }}
    location / {{
        {cors}
        return 404;
    }}
}}
"""

OUTSIDE = 'set $locked "$uri|$authorized";\n    if ($locked = "/protected|") { return 401; }'

MAIN = """
daemon off;
master_process off;
pid @FOLDER@/nginx.pid;
error_log stderr crit;
events {{ worker_connections 512; }}
http {{
    access_log off;
    client_body_temp_path @FOLDER@/body;
    proxy_temp_path @FOLDER@/proxy;
    fastcgi_temp_path @FOLDER@/fastcgi;
    uwsgi_temp_path @FOLDER@/uwsgi;
    scgi_temp_path @FOLDER@/scgi;
    {maps}
    {routes}
}}
"""


def routes_config(arguments, cors):
    carried = "\n".join(f'add_header {quoted(name)} "corspec";' for name in arguments.policy.carried())
    outside = OUTSIDE if arguments.auth == "outside" else ""
    return ROUTES.format(port=arguments.port, cors=cors.location, carried=carried, outside=outside)


def whole(arguments, cors):
    configuration = MAIN.format(maps=cors.maps, routes=routes_config(arguments, cors))
    binary = arguments.binary or "/usr/sbin/nginx"
    command = [binary, "-e", "stderr", "-p", "@FOLDER@", "-c", "@FOLDER@/nginx.conf"]
    return command, {"nginx.conf": configuration}


if __name__ == "__main__":
    proxy.main(lambda arguments: STYLES[arguments.style](arguments), whole, list(STYLES)[1:])
