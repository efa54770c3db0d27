"""What the proxies and web servers share: the command line, the policy, and running the real server in the foreground.

    server.py --policy FILE [--port N] [--style NAME] [--auth outside] [--emit]

FILE is a corspec policy. --style chooses another way of writing the configuration than the careful one; with --auth
outside, authentication stands before the CORS layer; --emit prints the CORS part of the configuration and ends.
"""

import argparse
import asyncio
import dataclasses
import json
import os
import pathlib
import re
import signal
import subprocess
import sys
import tempfile
import threading

import upstream

COMMON_METHODS = ["GET", "HEAD", "POST", "PUT", "PATCH", "DELETE"]
ARBITRARY = ["https://corspec-a.example", "https://corspec-b.test", "http://corspec-c.invalid:8080"]
SECONDS_TO_END = 2
# The signs of a token (RFC 9110), for use within the brackets of a regex.
TOKEN = r"!#$%&'*+.^_`|~0-9A-Za-z-"


class Refusal(Exception):
    """The policy cannot be written safely; the text says why."""


@dataclasses.dataclass(frozen=True)
class Policy:
    """A corspec policy, with the defaults that the format has. max_age is None where it is not stated."""

    origins: list
    regex: str | None
    methods: list
    headers: list
    credentials: bool
    exposed: list
    max_age: int | None

    @classmethod
    def read(cls, path):
        stated = json.loads(path.read_text())
        return cls(
            origins=stated.get("allow_origins", []), regex=stated.get("allow_origin_regex"),
            methods=stated.get("allow_methods", ["GET"]), headers=stated.get("allow_headers", []),
            credentials=stated.get("allow_credentials", False), exposed=stated.get("expose_headers", []),
            max_age=stated.get("max_age"))

    @property
    def any_origin(self):
        return self.origins == ["*"]

    @property
    def any_method(self):
        return self.methods == ["*"]

    @property
    def any_header(self):
        return self.headers == ["*"]

    @property
    def any_exposed(self):
        return self.exposed == ["*"]

    @property
    def named_methods(self):
        """The methods by name: any method is the common ones."""
        return COMMON_METHODS if self.any_method else self.methods

    @property
    def patterns(self):
        """A regex for each listed origin and for the policy's own; each matches nothing but a whole origin."""
        listed = [] if self.any_origin else [f"^{escaped(origin)}$" for origin in self.origins]
        return listed + ([f"^(?:{self.regex})$"] if self.regex else [])

    def carried(self):
        """The names of the headers that successful answers carry."""
        return [name for name in self.exposed if name != "*"]

    @property
    def pattern(self):
        """One regex for all granted origins, or for any; None where there is none."""
        if self.any_origin:
            return "^.+$"
        return "|".join(self.patterns) or None

    def check(self):
        """Refuses what no careful configuration grants."""
        matched = [origin for origin in ARBITRARY if self.regex and re.fullmatch(self.regex, origin)]
        if self.credentials and (self.any_origin or len(matched) > 1):
            raise Refusal("the policy grants credentials to any origin")
        if self.credentials and self.any_exposed:
            raise Refusal("with credentials, exposed headers need their names: browsers read * as one")


def escaped(text):
    """The text as a regex: of the signs that origins have, the dot and the brackets of IPv6 mean something else."""
    return re.sub(r"[.\[\]\\^$*+?(){}|]", r"\\\g<0>", text)


def parse(styles=()):
    """The command line; its policy is read."""
    parser = argparse.ArgumentParser()
    parser.add_argument("--policy", required=True, type=pathlib.Path)
    parser.add_argument("--port", type=int, default=8000)
    parser.add_argument("--auth", choices=["inside", "outside"], default="inside")
    parser.add_argument("--style", choices=["careful", *styles], default="careful")
    parser.add_argument("--binary", help="the server's executable, where it is not installed on the system")
    parser.add_argument("--emit", action="store_true")
    arguments = parser.parse_args()
    arguments.policy = Policy.read(arguments.policy)
    return arguments


def start_upstream(policy):
    """The port of an application behind the proxy, which runs in a thread of this process."""
    listener = upstream.listening()
    served = upstream.serve(listener, policy.carried())
    threading.Thread(target=asyncio.run, args=(served,), daemon=True).start()
    return listener.getsockname()[1]


def run(command, files):
    """Runs the server in the foreground, in a folder of its own that has the files, and ends as it does.

    In the command and in the files, @FOLDER@ is the folder's path.
    """
    with tempfile.TemporaryDirectory(prefix="corspec-peer-") as folder:
        for name, text in files.items():
            pathlib.Path(folder, name).write_text(text.replace("@FOLDER@", folder))
        process = None

        def end(*_):
            if process:
                process.terminate()

        signal.signal(signal.SIGTERM, end)
        signal.signal(signal.SIGINT, end)
        # What a server keeps for its next start is kept in the folder too, and goes with it.
        environment = os.environ | {"HOME": folder, "XDG_CONFIG_HOME": folder, "XDG_DATA_HOME": folder}
        process = subprocess.Popen([part.replace("@FOLDER@", folder) for part in command], env=environment)
        code = process.wait()
    sys.exit(code if code >= 0 else 128 - code)


def main(cors, whole, styles=()):
    """Prints the CORS part of the configuration, or makes the whole and runs it. A refused policy ends with code 1.

    cors(arguments) is the CORS part; whole(arguments, cors part) is the command and the files.
    """
    arguments = parse(styles)
    try:
        part = cors(arguments)
    except Refusal as refusal:
        sys.exit(f"refused: {refusal}")
    if arguments.emit:
        print(part)
    else:
        run(*whole(arguments, part))
