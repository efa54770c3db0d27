"""The example adapter's application as a server, for corspec run --launch.

    corspec run --launch 'python3 server.py --port {port} --policy {policy}'
"""

import argparse
import http.server
import json
import pathlib
import sys

from adapter import Application


class Handler(http.server.BaseHTTPRequestHandler):
    protocol_version = "HTTP/1.1"

    def __getattr__(self, name):
        # The library looks for do_GET, do_PUT and so on: one answer for all.
        if name.startswith("do_"):
            return self.answer
        raise AttributeError(name)

    def answer(self):
        self.rfile.read(int(self.headers.get("Content-Length") or 0))
        response = self.server.application.answer(self.command, self.path, self.headers.items())
        self.send_response_only(response["status"])
        for name, value in response["headers"]:
            self.send_header(name, value)
        if response["status"] != 204:
            self.send_header("Content-Length", "0")
        self.end_headers()

    def log_message(self, *arguments):
        pass


def main(words):
    parser = argparse.ArgumentParser()
    parser.add_argument("--port", required=True, type=int)
    parser.add_argument("--policy", required=True, type=pathlib.Path)
    arguments = parser.parse_args(words)
    try:
        application = Application(json.loads(arguments.policy.read_text()))
    except ValueError as error:
        sys.exit(str(error))
    server = http.server.ThreadingHTTPServer(("127.0.0.1", arguments.port), Handler)
    server.daemon_threads = True
    server.application = application
    server.serve_forever()


if __name__ == "__main__":
    main(sys.argv[1:])
