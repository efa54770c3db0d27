"""Requests as a page's script makes them."""

from . import vocabulary


def weighted(random, choices):
    """Picks one of (value, weight) pairs."""
    values, weights = zip(*choices)
    return random.choices(values, weights)[0]


def request(random, url):
    """Makes a request for a URL."""
    made = {
        "origin": weighted(random, vocabulary.PAGE_ORIGINS),
        "url": url,
        "method": weighted(random, vocabulary.METHODS),
        "headers": _headers(random),
        "credentials": weighted(random, vocabulary.CREDENTIALS),
        "redirect": "follow",
    }
    if sent_method(made) not in ("GET", "HEAD") and random.random() < 0.3:
        _add_body(random, made)
    return made


def sent_method(request):
    """Returns the method as it goes on the wire."""
    upper = request["method"].upper()
    return upper if upper in vocabulary.NORMALISED_METHODS else request["method"]


def _headers(random):
    kinds = [
        (vocabulary.SAFE_HEADERS, 30), (vocabulary.UNSAFE_VALUES, 25), (vocabulary.UNSAFE_HEADERS, 35),
        (vocabulary.KNOWN_HEADERS, 2), (vocabulary.FORBIDDEN_HEADERS, 8),
    ]
    count = random.choices(range(5), [45, 30, 15, 7, 3])[0]
    headers = [list(random.choice(weighted(random, kinds))) for _ in range(count)]
    if headers and random.random() < 0.1:
        line = random.choice(headers)
        line[1] = changed_byte(random, line[1])
    if random.random() < 0.02:
        headers += _near_limit(random)
    if random.random() < 0.05:
        headers = [[_other_case(random, name), value] for name, value in headers]
    return headers


def changed_byte(random, value):
    """Puts in, takes out or replaces one byte of a value, with any that a header may hold."""
    place = random.randrange(len(value) + 1)
    bytes_to_choose = [random.randrange(0x20, 0x7F), random.randrange(0x80, 0x100), random.choice(b"\t\x0b\x1f\x7f")]
    byte = chr(random.choice(bytes_to_choose))
    return value[:place] + random.choice([byte, byte, ""]) + value[place + random.choice([0, 1]) :]


def _near_limit(random):
    """Safelisted values whose lengths add up to about 1024, `Accept: */*` not among them."""
    total = random.choice([1020, 1021, 1022, 1023, 1024, 1025, 1026, 1030])
    values = ["a" * 128] * (total // 128) + ["a" * (total % 128)]
    names = ["Accept", "Accept-Language", "Content-Language"]
    return [[names[index % 3], value] for index, value in enumerate(values)]


def _other_case(random, name):
    return random.choice([name.lower(), name.upper(), name.title(), name.swapcase()])


def _add_body(random, request):
    kind, value, kind_type, implied = random.choice(vocabulary.BODIES)
    request["body"] = {"kind": kind, "value": value, "type": kind_type}
    if implied and not any(name.lower() == "content-type" for name, _ in request["headers"]):
        request["implied_content_type"] = implied
