"""Answers as a server gives them that means to let the page read."""

from . import vocabulary
from .requests import sent_method

ORIGIN = "Access-Control-Allow-Origin"
CREDENTIALS = "Access-Control-Allow-Credentials"
METHODS = "Access-Control-Allow-Methods"
HEADERS = "Access-Control-Allow-Headers"
EXPOSED = "Access-Control-Expose-Headers"
MAX_AGE = "Access-Control-Max-Age"


def origins_sent(page_origin, route):
    """Returns the origin that each hop of a route is told: once the route is tainted, null."""
    told, last, is_tainted = [], None, False
    for server in route:
        if last is not None and server != last and page_origin != last:
            is_tainted = True
        told.append("null" if is_tainted else page_origin)
        last = server
    return told


def grant(random, request, origin, is_needed):
    """Makes the lines that let a page on an origin read."""
    if not is_needed and random.random() < 0.7:
        return []
    if request["credentials"] == "include":
        return [[ORIGIN, origin], [CREDENTIALS, "true"]]
    lines = [[ORIGIN, random.choice(["*", origin])]]
    if random.random() < 0.2:
        lines.append([CREDENTIALS, random.choice(["true", "false", "TRUE"])])
    return lines


def preflight(random, request, origin):
    """Makes a preflight's answer that passes."""
    lines = grant(random, request, origin, True)
    may_use_wildcard = request["credentials"] != "include"
    method = sent_method(request)
    if method not in ("GET", "HEAD", "POST") or random.random() < 0.3:
        if may_use_wildcard and random.random() < 0.3:
            lines.append([METHODS, "*"])
        else:
            lines.append([METHODS, _list(random, [method], ["GET", "PUT", "DELETE", "patch"])])
    given = {name.lower() for name, _ in request["headers"]}
    names = sorted(given | ({"content-type"} if "body" in request else set()))
    if names or random.random() < 0.2:
        if may_use_wildcard and random.random() < 0.3:
            lines.append([HEADERS, random.choice(["*", "*, Authorization"])])
        else:
            lines.append([HEADERS, _list(random, [_cased(random, name) for name in names], ["x-custom", "X-More"])])
    if random.random() < 0.25:
        lines.append([MAX_AGE, random.choice(vocabulary.MAX_AGES)])
    return {"status": random.choice([200, 204, 204]), "headers": lines}


def response(random, request, origin, is_needed):
    """Makes the last answer."""
    headers = grant(random, request, origin, is_needed)
    status = 200 if random.random() < 0.7 else random.choice(vocabulary.STATUSES)
    extra = [list(line) for line in random.sample(vocabulary.RESPONSE_HEADERS, random.choice([0, 0, 1, 2, 3, 6]))]
    headers += [line for line in extra if line[0] != "Location" or status // 100 != 3]
    if extra and random.random() < 0.7:
        may_use_wildcard = request["credentials"] != "include" or random.random() < 0.3
        names = [_cased(random, name) for name, _ in extra]
        is_wild = may_use_wildcard and random.random() < 0.3
        headers.append([EXPOSED, "*" if is_wild else _list(random, names, ["X-Not-There"])])
    random.shuffle(headers)
    if status not in (204, 304) and random.random() < 0.9:
        headers.append(["Content-Length", "2"])
    return {"status": status, "headers": headers}


def _list(random, needed, others):
    """Makes a list header's value that holds what is needed."""
    items = needed + random.sample(others, random.choice([0, 0, 1, len(others)]))
    random.shuffle(items)
    return random.choice([", ", ", ", ",", " , ", ",, ", "\t,"]).join(items)


def _cased(random, name):
    return random.choice([name, name.lower(), name.upper(), name.title()])
