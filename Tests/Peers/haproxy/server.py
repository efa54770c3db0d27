"""HAProxy with the routes that corspec asks for, and CORS by its own rules, without Lua.

Its command line is that of ../upstream/proxy.py.
"""

import pathlib
import sys

sys.path.insert(0, str(pathlib.Path(__file__).parents[1] / "upstream"))
import proxy


def quoted(text):
    """A string of HAProxy's configuration, in which no sign has a meaning."""
    return "'" + text.replace("'", "'\\''") + "'"


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
    carried = " ".join(f"hdr {quoted(name)} corspec" for name in arguments.policy.carried())
    configuration = MAIN.format(port=arguments.port, cors=cors.replace("\n", "\n    "), carried=carried)
    command = [arguments.binary or "/usr/sbin/haproxy", "-db", "-q", "-f", "@FOLDER@/haproxy.cfg"]
    return command, {"haproxy.cfg": configuration}


if __name__ == "__main__":
    proxy.main(lambda arguments: proxy.emitted("haproxy", arguments.file), whole)
