"""Whole exchanges: a request, the route that it takes, the answers on the way, and what is changed in them."""

from random import Random

from . import answers, locations, mutations, vocabulary
from .requests import request, weighted


def exchange(seed, number):
    """Makes the exchange of a seed that has a number. It depends on nothing else."""
    random = Random(f"{seed}/{number}")
    identifier = f"seed-{seed}-{number}"
    path = f"/case/{identifier}"
    route = [weighted(random, vocabulary.TARGETS) for _ in range(1 + random.choices(range(4), [62, 22, 11, 5])[0])]
    if len(route) > 1 and random.random() < 0.3:
        route = [route[0]] * len(route)
    made_request = request(random, route[0] + path)
    if random.random() < (0.15 if len(route) > 1 else 0.02):
        made_request["redirect"] = random.choice(["error", "manual"])
    told = answers.origins_sent(made_request["origin"], route)
    is_cors = [any(server != made_request["origin"] for server in route[: index + 1]) for index in range(len(route))]
    hops, url = [], made_request["url"]
    for index, server in enumerate(route):
        hop = {"url": url, "preflight_response": answers.preflight(random, made_request, told[index])}
        if index + 1 < len(route):
            target = f"{path}/{index + 1}"
            location, url = locations.location(random, server, route[index + 1], target)
            headers = answers.grant(random, made_request, told[index], is_cors[index])
            headers += [["Location", location], ["Content-Length", "0"]]
            hop["response"] = {"status": weighted(random, vocabulary.REDIRECT_STATUSES), "headers": headers}
        else:
            hop["response"] = answers.response(random, made_request, told[index], is_cors[index])
        hops.append(hop)
    for _ in range(random.choices(range(4), [30, 42, 20, 8])[0]):
        mutations.change(random, made_request, hops)
    made = {
        "id": identifier, "request": made_request, "preflight_response": hops[0]["preflight_response"],
        "response": hops[0]["response"],
    }
    if len(hops) > 1:
        made["redirects"] = hops[1:]
    return made
