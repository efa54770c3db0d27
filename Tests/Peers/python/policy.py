"""A corspec policy, and what corspec writes for it: what the servers in Python share, those behind proxies too."""

import dataclasses
import json
import os
import pathlib
import subprocess
import sys

# As a shell says it: a server that ends so has failed, and not refused its policy.
NOT_FOUND = 127
BUILDS = pathlib.Path(__file__).resolve().parents[3] / ".build"


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
    def whole_regex(self):
        """The regex, for libraries that search by it: it matches nothing but a whole origin."""
        return rf"\A(?:{self.regex})\Z"

    def carried(self):
        """The headers that every successful answer carries: those that scripts are to read."""
        return {name: "corspec" for name in self.exposed if name != "*"}


def program():
    """corspec: what the environment variable CORSPEC names, or else the release build, or the debug build."""
    if "CORSPEC" in os.environ:
        return os.environ["CORSPEC"]
    built = [BUILDS / kind / "corspec" for kind in ("release", "debug")]
    return str(next((path for path in built if path.exists()), built[0]))


def emitted(name, file):
    """What "corspec emit" writes for an implementation and a policy's file. Where it refuses to, raises Refusal."""
    try:
        done = subprocess.run([program(), "emit", name, "--policy", file], capture_output=True, text=True)
    except OSError as error:
        fail(
            f"{error}\nThe CORS configuration is what corspec writes: build it (swift build -c release --product "
            "corspec), or name the program in the environment variable CORSPEC.")
    if done.returncode == 2 and "cannot be written" in done.stderr:
        raise Refusal(done.stderr.strip())
    if done.returncode:
        fail(f"corspec emit {name} ended with {done.returncode}\n{done.stderr}")
    return done.stdout


def fail(text):
    print(text, file=sys.stderr)
    sys.exit(NOT_FOUND)


def emitted_module(name, file):
    """What a module defines whose text corspec writes, by name; None, and a word about it, where it refuses to."""
    try:
        text = emitted(name, file)
    except Refusal as refusal:
        print(f"{refusal}\nThe settings are made by hand.", file=sys.stderr)
        return None
    names = {}
    exec(compile(text, f"corspec emit {name}", "exec"), names)
    return names
