"""Makes a disagreeing exchange smaller, as long as it still disagrees.

Every round tries all smaller exchanges at once in the browser, and goes on from the first that still shows a
disagreement in the same points.
"""

import copy
import time

from . import places
from .compare import DISAGREED, compare

ROUNDS = 60
TIME_LIMIT = 40
"""Seconds for one exchange; what is smallest by then is taken."""


def shrink(exchange, points, laboratory, judge):
    """Returns the smallest exchange found, its verdict and what the browser did with it, or None if it is fickle."""
    end = time.monotonic() + TIME_LIMIT
    best = _first_disagreeing([exchange], points, laboratory, judge)
    for _ in range(ROUNDS):
        if best is None or time.monotonic() > end:
            break
        smaller = _first_disagreeing(list(_smaller(best[0])), points, laboratory, judge)
        if smaller is None:
            break
        best = smaller
    return best


def _first_disagreeing(candidates, points, laboratory, judge):
    candidates = [candidate for candidate in candidates if laboratory.can_run(candidate)]
    if not candidates:
        return None
    verdicts = judge.verdicts(candidates)
    for candidate, verdict, seen in zip(candidates, verdicts, laboratory.run(candidates)):
        comparison = compare(candidate, verdict, seen, laboratory.name)
        if comparison.kind == DISAGREED and set(comparison.points) & set(points):
            return candidate, verdict, seen
    return None


def _smaller(exchange):
    """Yields exchanges that are one step smaller, the greatest steps first."""
    hops = places.hops(exchange)
    for index in range(len(hops) - 1, -1, -1):
        if len(hops) > 1:
            yield _without_hop(exchange, index)
    yield from _simpler_requests(exchange)
    for index in range(len(hops)):
        for kind in ("response", "preflight_response"):
            if hops[index].get(kind):
                yield from _simpler_responses(exchange, index, kind)


def _without_hop(exchange, index):
    """Takes out a hop; the one before leads to the one after."""
    result = copy.deepcopy(exchange)
    hops = places.hops(result)
    after = hops[index + 1] if index + 1 < len(hops) else None
    if index > 0:
        response = hops[index - 1]["response"]
        if after is None:
            response["status"] = 200
            response["headers"] = [line for line in response["headers"] if line[0].lower() != "location"]
        else:
            for line in response["headers"]:
                if line[0].lower() == "location":
                    line[1] = after["url"]
    del hops[index]
    places.set_hops(result, hops)
    return result


def _simpler_requests(exchange):
    request = exchange["request"]
    for index in range(len(request["headers"])):
        result = copy.deepcopy(exchange)
        del result["request"]["headers"][index]
        yield result
    if "body" in request:
        result = copy.deepcopy(exchange)
        del result["request"]["body"]
        result["request"].pop("implied_content_type", None)
        yield result
    for name, value in (
        ("method", "GET"), ("credentials", "omit"), ("redirect", "follow"), ("origin", places.PAGE_ORIGIN),
    ):
        if request[name] != value and not (name == "method" and "body" in request):
            result = copy.deepcopy(exchange)
            result["request"][name] = value
            yield result
    for index, (_, value) in enumerate(request["headers"]):
        for shorter in _shorter(value):
            result = copy.deepcopy(exchange)
            result["request"]["headers"][index][1] = shorter
            yield result


def _simpler_responses(exchange, hop_index, kind):
    def changed():
        result = copy.deepcopy(exchange)
        return result, places.hops(result)[hop_index][kind]

    _, response = changed()
    for index in range(len(response["headers"])):
        result, copied = changed()
        del copied["headers"][index]
        yield result
    plain_status = 200 if kind == "response" else 204
    if response["status"] != plain_status and response["status"] not in (301, 302, 303, 307, 308):
        result, copied = changed()
        copied["status"] = plain_status
        yield result
    for index, (name, value) in enumerate(response["headers"]):
        if name.lower() == "location":
            continue
        for shorter in _shorter(value):
            result, copied = changed()
            copied["headers"][index][1] = shorter
            yield result


def _shorter(value):
    """Returns shorter values: trimmed, halves, one list item less."""
    forms = [value.strip(" \t")]
    items = value.split(",")
    if len(items) > 1:
        forms += [",".join(items[:index] + items[index + 1 :]) for index in range(len(items))]
    if len(value) > 3:
        forms += [value[: len(value) // 2], value[len(value) // 2 :]]
    return [form for form in dict.fromkeys(forms) if len(form) < len(value)]
