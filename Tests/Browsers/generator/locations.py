"""Values of Location: those that lead to the next hop, in many forms, and those that lead nowhere."""

NOWHERE = [
    "http://", "data:text/plain,x", "ftp://127.0.0.1/x", "about:blank", "file:///etc/hostname", "javascript:1",
    "mailto:x", "http://127.0.0.1:99999/", "//", "blob:http://127.0.0.1:8701/x", "http://[",
]
"""Values that no browser follows."""


def location(random, server, next_server, path):
    """Returns a Location that leads from a server to a path on the next, and the URL that comes of it."""
    url = next_server + path
    if random.random() < 0.6:
        return url, url
    rest = next_server.removeprefix("http:")
    forms = [
        (rest + path, url),
        (f"  {url} ", url),
        (f"\t{url}\t", url),
        ("HTTP:" + rest + path, url),
        (url + "#fragment", url),
        (url + "?a=b", url + "?a=b"),
        (url + "?a=b#c", url + "?a=b"),
        ("http:" + rest.replace("/", "\\") + path, url),
        (next_server + "/x/.." + path, url),
        (next_server + "/." + path, url),
        (next_server.replace("http://", "http://@") + path, url),
        (next_server.replace("http://", "http://:@") + path, url),
    ]
    if server == next_server:
        forms += [(path, url), (path + "?q", url + "?q"), ("/x/.." + path, url)]
        forms += [("\\" + path[1:], url), ("http:" + path, url)]
    if "localhost" in next_server:
        forms.append((next_server.replace("localhost", "LOCALhost") + path, url))
    else:
        forms.append((next_server.replace("127.0.0.1", "127.1") + path, url))
        forms.append((next_server.replace("127.0.0.1", "0x7f.0.0.1") + path, url))
    return random.choice(forms)


def with_user(random, value):
    """Puts credentials into an absolute Location."""
    return value.replace("//", "//" + random.choice(["user:pass@", "user@", ":pass@"]), 1)
