#!/usr/bin/env python3
"""A judge that is wrong in one rule: another judge, with exchanges or verdicts altered on the way.

Usage: wrong_judge.py RULE JUDGE...

It shows that the comparison with browsers can fail: with each rule of RULES, the run must report disagreements.
"""

import json
import subprocess
import sys
import urllib.parse

from generator.answers import origins_sent
from generator.requests import sent_method

LIMIT = 300
"""Seconds for the judge behind this one."""


def _responses(exchange, *kinds):
    """Yields the responses of all hops, of the kinds named."""
    for hop in [exchange, *exchange.get("redirects", [])]:
        for kind in kinds or ("preflight_response", "response"):
            if hop.get(kind):
                yield hop[kind]


def _change_values(exchange, header, change, *kinds):
    """Changes the values of a response header."""
    for response in _responses(exchange, *kinds):
        for line in response["headers"]:
            if line[0].lower() == header:
                line[1] = change(line[1])


def trailing_slash_matches(exchange):
    """An allowed origin may end in a slash."""
    _change_values(exchange, "access-control-allow-origin", lambda value: value.rstrip("/ \t"))


def origin_case_is_ignored(exchange):
    """An allowed origin is compared without case."""
    _change_values(exchange, "access-control-allow-origin", lambda value: value if value == "NULL" else value.lower())


def preflight_status_is_ignored(exchange):
    """A preflight passes with any status."""
    for response in _responses(exchange, "preflight_response"):
        response["status"] = 204


def wildcard_covers_credentials(exchange):
    """`*` allows fetches with credentials."""
    if exchange["request"]["credentials"] == "include":
        origin = exchange["request"]["origin"]
        _change_values(exchange, "access-control-allow-origin", lambda v: origin if v.strip(" \t") == "*" else v)


def allow_credentials_is_ignored(exchange):
    """Access-Control-Allow-Credentials is not needed."""
    if exchange["request"]["credentials"] == "include":
        for response in _responses(exchange):
            kept = [line for line in response["headers"] if line[0].lower() != "access-control-allow-credentials"]
            response["headers"] = [*kept, ["Access-Control-Allow-Credentials", "true"]]


def first_origin_line_counts(exchange):
    """Of several Access-Control-Allow-Origin lines the first counts."""
    for response in _responses(exchange):
        names = [name.lower() for name, _ in response["headers"]]
        first = names.index("access-control-allow-origin") if "access-control-allow-origin" in names else -1
        response["headers"] = [
            line for index, line in enumerate(response["headers"])
            if index == first or names[index] != "access-control-allow-origin"]


def method_case_is_ignored(exchange):
    """Allowed methods are compared without case."""
    method = sent_method(exchange["request"])
    _change_values(
        exchange, "access-control-allow-methods",
        lambda value: ",".join(method if item.strip().lower() == method.lower() else item for item in value.split(",")))


def safelisted_methods_must_be_allowed(exchange):
    """GET, HEAD and POST must be listed where other methods are."""
    method = sent_method(exchange["request"])
    if method in ("GET", "HEAD", "POST"):
        for response in _responses(exchange, "preflight_response"):
            for name, value in response["headers"]:
                if name.lower() == "access-control-allow-methods" and not {method, "*"} & set(value.split(",")):
                    response["status"] = 403


def long_values_are_safelisted(exchange):
    """A safelisted request header may be of any length."""
    for line in exchange["request"]["headers"]:
        if line[0].lower() in ("accept", "accept-language", "content-language") and len(line[1]) > 128:
            line[1] = line[1][:10]


def json_is_safelisted(exchange):
    """`application/json` needs no preflight."""
    for line in exchange["request"]["headers"]:
        if line[0].lower() == "content-type" and line[1] == "application/json":
            line[1] = "text/plain"


def redirects_keep_the_origin(exchange):
    """After a redirect to another origin, the page's own origin is still what must be allowed."""
    origin = exchange["request"]["origin"]
    route = [exchange["request"]["url"], *(hop["url"] for hop in exchange.get("redirects", []))]
    servers = [f"http://{urllib.parse.urlsplit(url).netloc}" for url in route]
    swapped = {"null": "https://other.example", origin: "null"}
    for hop, told in zip(exchange.get("redirects", []), origins_sent(origin, servers)[1:]):
        if told != origin:
            _change_values(hop, "access-control-allow-origin", lambda value: swapped.get(value, value))


def errors_are_unreadable(exchange):
    """A status from 400 on is never readable."""
    for response in _responses(exchange, "response"):
        if response["status"] >= 400:
            response["headers"] = []


def exposed_wildcard_covers_credentials(exchange):
    """`*` exposes all headers, with credentials too."""
    for response in _responses(exchange, "response"):
        for line in response["headers"]:
            if line[0].lower() == "access-control-expose-headers" and line[1].strip(" \t") == "*":
                line[1] = ", ".join(name for name, _ in response["headers"])


def malformed_lists_are_read(exchange):
    """An item of a list header that is no token is skipped, and the rest of the list holds."""
    unfit = set(' ;"()/:@[]\xe9\x0b')
    for header in ("access-control-allow-methods", "access-control-allow-headers", "access-control-expose-headers"):
        _change_values(
            exchange, header,
            lambda value: ",".join(item for item in value.split(",") if not set(item.strip()) & unfit))


RULES = {
    rule.__name__.replace("_", "-"): rule
    for rule in (
        trailing_slash_matches, origin_case_is_ignored, preflight_status_is_ignored, wildcard_covers_credentials,
        allow_credentials_is_ignored, first_origin_line_counts, method_case_is_ignored,
        safelisted_methods_must_be_allowed,
        long_values_are_safelisted, json_is_safelisted, redirects_keep_the_origin, errors_are_unreadable,
        exposed_wildcard_covers_credentials, malformed_lists_are_read,
    )
}
"""The wrong rules, by name."""


def main():
    """Answers the exchanges on stdin as the judge behind would answer them if the rule were right."""
    if len(sys.argv) < 3 or sys.argv[1] not in RULES:
        print(f"usage: wrong_judge.py RULE JUDGE...\nrules: {' '.join(RULES)}", file=sys.stderr)
        return 2
    exchanges = [json.loads(line) for line in sys.stdin]
    for exchange in exchanges:
        RULES[sys.argv[1]](exchange)
    text = "".join(json.dumps(exchange) + "\n" for exchange in exchanges)
    return subprocess.run(sys.argv[2:], input=text.encode(), timeout=LIMIT, check=False).returncode


if __name__ == "__main__":
    sys.exit(main())
