"""Changes to exchanges, each in one thing: what servers get wrong, and what looks wrong and is right."""

from . import answers, locations, vocabulary
from .requests import changed_byte


def change(random, request, hops):
    """Changes one thing in an exchange."""
    hop = random.choice(hops)
    changes = [
        (_origin, 24), (_credentials, 12), (_methods, 14), (_headers, 14), (_exposed, 10), (_preflight_status, 8),
        (_status, 5), (_drop_line, 6), (_double_line, 6), (_name_case, 5), (_space, 5), (_location, 6), (_max_age, 2),
        (_swap_credentials, 4), (_foreign_line, 3), (_byte, 8),
    ]
    functions, weights = zip(*changes)
    random.choices(functions, weights)[0](random, request, hop)


def _responses(random, hop):
    """Returns a preflight's answer or an actual one, or both."""
    both = [hop["preflight_response"], hop["response"]]
    return random.choice([both, both[:1], both[1:], both[1:]])


def _replace(response, name, value):
    """Gives a header a new value; adds the line if there is none."""
    lines = [line for line in response["headers"] if line[0].lower() == name.lower()]
    if lines:
        lines[0][1] = value
    else:
        response["headers"].insert(0, [name, value])


def _value(response, name, otherwise=""):
    return next((value for field, value in response["headers"] if field.lower() == name.lower()), otherwise)


def _origin(random, request, hop):
    page = request["origin"]
    forms = [
        page + "/", page.upper(), page.replace("http:", "https:"), page + ".evil.example", "http://evil.example",
        "null", "NULL", "*", "*, *", f"{page}, *", f"*, {page}", f"{page} {page}", f"{page}, http://evil.example", "",
        '"*"', "**", "*.localhost", "http://*", page.removeprefix("http://"), page[:-1], page + "0", page + "#",
        page + "\xe9", "*\x0b", page + "\x0c", page + "/x", page.replace("127.0.0.1", "127.1"),
        page.replace("127.0.0.1", "localhost"), page + ":80", "http://127.0.0.1:8702", "*;", f"<{page}>", f"'{page}'",
        page, "http://user@127.0.0.1:8701", "\xa0*", "n\x75ll", "undefined", "true", "http://127.0.0.1:8701",
        "http://localhost:8703", f"{page},",
    ]
    value = "*" if random.random() < 0.15 else random.choice(forms)
    for response in _responses(random, hop):
        _replace(response, answers.ORIGIN, value)


def _credentials(random, request, hop):
    forms = [
        "True", "TRUE", "false", "1", "yes", '"true"', "true,", "true, true", "", "true\x0b", "*", "tru", "true;",
        "t\xe9",
    ]
    value = random.choice(forms)
    for response in _responses(random, hop):
        _replace(response, answers.CREDENTIALS, value)


def _list_value(random, value):
    """Changes a list header's value."""
    items = [item.strip(" \t") for item in value.split(",")]
    forms = [
        "", "*", "*, *", ",", " ", value.lower(), value.upper(), value.title(), value + ",", "," + value, value + ";",
        value.replace(",", " "), value.replace(",", ";"), f'"{value}"', f"{value}, *", f"*,{value}", value + ", a b",
        value + ", \xe9", value + ", x/y", ", ".join(items[1:]), ", ".join(items[:-1]), value.swapcase(),
        value + ", x:y", value[:-1], value + "x", value + "\x0b", value + ", @", f"[{value}]", "null", "GET", "x-a",
        value.replace(", ", ",\t,"), value + ", authorization", value + ", 'x'", value + ", " + "a" * 300,
        value + ", (x)", "**", "* ", value + ",*;",
    ]
    return random.choice(forms)


def _methods(random, request, hop):
    response = hop["preflight_response"]
    _replace(response, answers.METHODS, _list_value(random, _value(response, answers.METHODS, request["method"])))


def _headers(random, request, hop):
    response = hop["preflight_response"]
    _replace(response, answers.HEADERS, _list_value(random, _value(response, answers.HEADERS, "x-custom")))


def _exposed(random, request, hop):
    response = hop["response"]
    _replace(response, answers.EXPOSED, _list_value(random, _value(response, answers.EXPOSED, "X-One, x-two")))
    if random.random() < 0.5:
        response["headers"].append(list(random.choice(vocabulary.RESPONSE_HEADERS[:16])))


def _preflight_status(random, request, hop):
    hop["preflight_response"]["status"] = random.choice(vocabulary.PREFLIGHT_STATUSES)


def _status(random, request, hop):
    status = random.choice([random.choice(vocabulary.STATUSES), random.randint(200, 599)])
    hop["response"]["status"] = 400 if status in vocabulary.UNFIT_STATUSES else status
    if status in (301, 302, 303, 307, 308):
        hop["response"]["headers"] = [line for line in hop["response"]["headers"] if line[1] != "/nowhere"]
    if status in (204, 304):
        hop["response"]["headers"] = [line for line in hop["response"]["headers"] if line[0] != "Content-Length"]


def _drop_line(random, request, hop):
    response = random.choice(_responses(random, hop))
    if response["headers"]:
        response["headers"].pop(random.randrange(len(response["headers"])))


def _double_line(random, request, hop):
    response = random.choice(_responses(random, hop))
    lines = [line for line in response["headers"] if line[0].lower().startswith("access-control-")]
    if not lines:
        return
    name, value = random.choice(lines)
    second = random.choice([value, value, "", "*", "x-other", "true", "null", "a b"])
    response["headers"].insert(random.randrange(len(response["headers"]) + 1), [name, second])


def _name_case(random, request, hop):
    function = random.choice([str.lower, str.upper, str.title, str.swapcase])
    for response in _responses(random, hop):
        for line in response["headers"]:
            line[0] = function(line[0])


def _space(random, request, hop):
    response = random.choice(_responses(random, hop))
    if response["headers"]:
        line = random.choice(response["headers"])
        before, after = random.choice([" ", "\t", "  \t", ""]), random.choice([" ", "\t", "\t  ", ""])
        line[1] = before + line[1] + after


def _location(random, request, hop):
    lines = [line for line in hop["response"]["headers"] if line[0].lower() == "location"]
    if not lines:
        return
    line = lines[0]
    kind = random.choice(["nowhere", "user", "user", "double", "two", "drop"])
    if kind == "nowhere":
        line[1] = random.choice(locations.NOWHERE)
    elif kind == "user" and "://" in line[1]:
        line[1] = locations.with_user(random, line[1])
    elif kind == "double":
        hop["response"]["headers"].append(list(line))
    elif kind == "two":
        hop["response"]["headers"].append(["Location", "http://127.0.0.1:8702/elsewhere"])
    else:
        hop["response"]["headers"].remove(line)


def _byte(random, request, hop):
    """Changes one byte of a line that CORS is about."""
    response = random.choice(_responses(random, hop))
    lines = [line for line in response["headers"] if line[0].lower().startswith("access-control-")]
    if lines:
        line = random.choice(lines)
        line[1] = changed_byte(random, line[1])


def _max_age(random, request, hop):
    _replace(hop["preflight_response"], answers.MAX_AGE, random.choice(vocabulary.MAX_AGES))


def _swap_credentials(random, request, hop):
    request["credentials"] = random.choice(["omit", "include", "same-origin"])


def _foreign_line(random, request, hop):
    """Puts a line where it means nothing."""
    misspelt = ["Access-Control-Allow-Origins", "*"]
    actual = [[answers.METHODS, "NONE"], [answers.HEADERS, "x"], [answers.MAX_AGE, "1"], misspelt]
    preflight = [[answers.EXPOSED, "*"], ["Allow", "GET"], ["Access-Control-Allow-Method", "PUT"], ["Vary", "*"]]
    kind, lines = random.choice([("response", actual), ("preflight_response", preflight)])
    hop[kind]["headers"].append(random.choice(lines))
