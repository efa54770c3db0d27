"""What preflights ask for, where browsers are known to ask otherwise than the standard has it.

The model's known differences are about what comes of a fetch. These are about the preflight's own lines, which
matter to servers: each rule says why the lines of one browser may differ, and for which names.
"""

import re

PLAIN_TYPE = re.compile(r"[\w.+-]+/[\w.+-]+(; ?[\w-]+=[\w-]+)?", re.ASCII)
CLIENT_HINTS = {
    "dpr", "save-data", "viewport-width", "width", "downlink", "device-memory", "rtt", "ect", "user-agent",
    "sec-ch-ua", "available-dictionary",
}
SAFELISTED = {"accept", "accept-language", "content-language", "content-type", "range"}
TOTAL_LIMIT = 1024
METHOD, NAMES = "access-control-request-method", "access-control-request-headers"


def differences(exchange, expected, found, browser):
    """Compares a preflight's lines, each a dictionary by lower-case name.

    Returns the classes of difference, none if the lines are the same; None if they differ in an unknown way.
    """
    if expected.get(METHOD) != found.get(METHOD):
        return None
    classes = []
    if expected.get("origin") != found.get("origin"):
        if browser != "firefox" or "redirects" not in exchange or found["origin"] != exchange["request"]["origin"]:
            return None
        classes.append("FF-REDIRECT-PREFLIGHT-ORIGIN")
    names = set(_names(expected)) ^ set(_names(found))
    if names:
        rules = _CHROMIUM if browser == "chromium" else _FIREFOX
        applying = [label for label, rule in rules if names & rule(exchange)]
        if names - set().union(*(rule(exchange) for _, rule in rules)):
            return None
        classes += applying
    if len(set(_names(found))) < len(_names(found)):
        if browser != "firefox":
            return None
        classes.append("FF-REPEATS-UNSAFE-NAMES")
    return classes


def _names(lines):
    return lines[NAMES].split(",") if NAMES in lines else []


def _hints(exchange):
    """Names that Chromium safelists or does not let scripts set."""
    return CLIENT_HINTS


def _doubled(exchange):
    """Names that are given twice: Chromium judges the combined value."""
    names = [name.lower() for name, _ in exchange["request"]["headers"]]
    return {name for name in names if names.count(name) > 1}


def _beyond_total(exchange):
    """Safelisted names, where all their values together are over the limit that Firefox does not have."""
    request = exchange["request"]
    values = [value for name, value in request["headers"] if name.lower() in SAFELISTED]
    values += ["*/*", request.get("implied_content_type", "")]
    return SAFELISTED if sum(map(len, values)) > TOTAL_LIMIT else set()


def _non_ascii_accept(exchange):
    """Accept, where its value is not in ASCII: Firefox does not safelist it."""
    return {"accept"} if any(not value.isascii() for value in _values(exchange, "accept")) else set()


def _odd_content_type(exchange):
    """Content-Type, where its value is not of the plain form: Firefox parses it in its own way."""
    is_odd = any(not PLAIN_TYPE.fullmatch(value) for value in _values(exchange, "content-type"))
    return {"content-type"} if is_odd else set()


def _values(exchange, name):
    return [value for field, value in exchange["request"]["headers"] if field.lower() == name]


_CHROMIUM = [
    ("CR-CLIENT-HINTS-SAFELISTED", _hints),
    ("CR-COMBINES-DUPLICATE-REQUEST-HEADERS", lambda exchange: _doubled(exchange) | _beyond_total(exchange)),
]
_FIREFOX = [
    ("FF-NO-1024-LIMIT", _beyond_total),
    ("FF-ACCEPT-NON-ASCII", _non_ascii_accept),
    ("FF-CONTENT-TYPE-PARSING", _odd_content_type),
]
