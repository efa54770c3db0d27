"""The values that exchanges are put together from."""

PAGE_ORIGINS = [
    ("http://127.0.0.1:8701", 80), ("null", 12), ("http://app.localhost:8701", 3), ("http://[::1]:8705", 2),
    ("http://xn--bcher-kva.localhost:8701", 2), ("http://127.0.0.1", 1),
]
"""Origins of pages, with weights."""

TARGETS = [
    ("http://127.0.0.1:8702", 50), ("http://localhost:8703", 20), ("http://127.0.0.1:8704", 12),
    ("http://127.0.0.1:8701", 12), ("http://localhost:8701", 3), ("http://app.localhost:8701", 3),
]
"""Origins of servers, with weights."""

METHODS = [
    ("GET", 40), ("POST", 16), ("PUT", 12), ("DELETE", 6), ("PATCH", 6), ("HEAD", 5), ("OPTIONS", 2), ("get", 1),
    ("Post", 1), ("head", 1), ("put", 2), ("delete", 1), ("options", 1), ("patch", 2), ("pAtCh", 1), ("QUERY", 1),
    ("CHICKEN", 1), ("chicken", 1), ("PROPFIND", 1), ("PUTS", 1), ("*", 1), ("!#$%&'*+-.^_`|~", 1),
]
"""Methods as scripts give them, with weights."""

NORMALISED_METHODS = {"DELETE", "GET", "HEAD", "OPTIONS", "POST", "PUT"}

CREDENTIALS = [("omit", 45), ("include", 40), ("same-origin", 15)]

SAFE_HEADERS = [
    ("Accept", "application/json"), ("Accept", "text/html, */*;q=0.1"), ("Accept", "a" * 128), ("Accept", ""),
    ("Accept-Language", "en-GB"), ("Accept-Language", "*"), ("Accept-Language", "de-CH, de;q=0.9"),
    ("Content-Language", "mi, en"), ("Content-Language", "a" * 128), ("Content-Language", "a b=c"),
    ("Content-Type", "text/plain"), ("content-type", "TEXT/Plain;charset=UTF-8"),
    ("Content-Type", "application/x-www-form-urlencoded"), ("Content-Type", "multipart/form-data; boundary=x"),
    ("Content-Type", "text/plain;" + "x" * 117), ("Content-Type", " text/plain ; a=b"),
    ("Content-Type", "text/plain;garbage"), ("Content-Type", "text/plain; x=\xe9"), ("Range", "bytes=0-"),
    ("Range", "bytes=0-255"), ("range", "bytes=7-7"), ("Range", "bytes=00-01"),
]
"""Request headers that need no preflight."""

UNSAFE_VALUES = [
    ("Accept", "a" * 129), ("Accept", 'a"b'), ("Accept", "text/html;v=(1)"), ("Accept", "a\x7fb"),
    ("Accept", "a\x01b"), ("Accept", "text/html;a={b}"), ("Accept", "a:b"), ("Accept", "a<b"), ("Accept", "a@b"),
    ("Accept", "a\\b"), ("Accept-Language", "en_GB"), ("Accept-Language", "en/GB"), ("Accept-Language", "a" * 129),
    ("Accept-Language", "en\tGB"), ("Accept-Language", "en'"), ("Content-Language", "d\xe9"),
    ("Content-Language", "@"), ("Content-Language", "a!"), ("Content-Type", "application/json"),
    ("Content-Type", "text/html"), ("Content-Type", ""), ("Content-Type", "text"),
    ("Content-Type", "text/plain, text/plain"), ("Content-Type", 'text/plain; charset="utf-8"'),
    ("Content-Type", "text/plain;" + "x" * 118), ("Content-Type", "text /plain"),
    ("Content-Type", "text/plain; a=(b)"), ("Content-Type", "multipart/mixed"), ("Content-Type", "text/"),
    ("Content-Type", "/plain"), ("Content-Type", "application/csp-report"), ("Range", "bytes=-500"),
    ("Range", "bytes=0-1,3-4"), ("Range", "bytes=5-4"), ("Range", "Bytes=0-"), ("Range", "bytes= 0-1"),
    ("Range", "bytes=0 -1"), ("Range", "bytes=a-"), ("Range", "items=0-1"), ("Range", "bytes=0"), ("Range", ""),
    ("Range", "bytes=" + "0" * 120 + "-"), ("Range", "bytes=" + "0" * 121 + "-" + "1"),
]
"""Request headers whose value decides that they need a preflight."""

UNSAFE_HEADERS = [
    ("X-Custom", "1"), ("X-Custom", ""), ("x-a", "2"), ("X-B", "3"), ("X_Under", "4"),
    ("X-Requested-With", "XMLHttpRequest"), ("Authorization", "Bearer good"), ("authorization", "x"),
    ("Cache-Control", "no-cache"), ("Pragma", "no-cache"), ("If-None-Match", '"e"'),
    ("If-Modified-Since", "Thu, 01 Jan 1970 00:00:00 GMT"), ("X-Custom", "\xe9\xff"), ("Last-Event-ID", "7"),
    ("!odd", "1"), ("Proxy", "1"), ("Sec", "1"), ("X-Forwarded-For", "127.0.0.1"), ("X-HTTP-Method-Override", "PUT"),
    ("X-Method-Override", "GETTRACE"), ("Upgrade-Insecure-Requests", "1"), ("Content-Encoding", "x"),
    ("Content-Location", "/x"), ("Origins", "x"), ("*", "1"), ("Accepts", "1"),
]
"""Request headers that need a preflight whatever their value."""

KNOWN_HEADERS = [
    ("DPR", "1.0"), ("Save-Data", "on"), ("Viewport-Width", "100"), ("Width", "100"), ("Downlink", "1.0"),
    ("Device-Memory", "1"), ("RTT", "50"), ("ECT", "4g"), ("User-Agent", "x"),
]
"""Request headers that some browser or other treats specially."""

FORBIDDEN_HEADERS = [
    ("Accept-Charset", "utf-8"), ("Accept-Encoding", "gzip"), ("Access-Control-Request-Headers", "x"),
    ("Access-Control-Request-Method", "PUT"), ("Connection", "close"), ("Content-Length", "3"), ("Cookie", "a=b"),
    ("Cookie2", "a=b"), ("Date", "x"), ("DNT", "1"), ("Expect", "100-continue"), ("Host", "example"),
    ("Keep-Alive", "1"), ("Origin", "http://evil.example"), ("Referer", "x"), ("Set-Cookie", "a=b"),
    ("TE", "trailers"), ("Trailer", "x"), ("Transfer-Encoding", "chunked"), ("Upgrade", "h2c"), ("Via", "1.1 x"),
    ("Sec-Fetch-Site", "none"), ("sec-", "x"), ("Proxy-Authorization", "x"), ("proxy-", "x"),
    ("X-HTTP-Method-Override", "TRACE"), ("X-HTTP-Method", "GET, track"), ("X-Method-Override", "connect"),
]
"""Request headers that scripts cannot set."""

BODIES = [
    ("string", "x", None, "text/plain;charset=UTF-8"), ("string", "{}", None, "text/plain;charset=UTF-8"),
    ("urlencoded", "a=b", None, "application/x-www-form-urlencoded;charset=UTF-8"),
    ("blob", "x", "text/plain", "text/plain"), ("blob", "{}", "application/json", "application/json"),
    ("blob", "x", "", None), ("arraybuffer", "x", None, None),
]
"""Bodies: kind, value, a blob's type, and the Content-Type that comes of it."""

RESPONSE_HEADERS = [
    ("X-One", "1"), ("X-Two", "2"), ("x-three", "3"), ("ETag", '"e"'), ("Content-Type", "text/plain"),
    ("Cache-Control", "no-store"), ("Content-Language", "en"), ("Expires", "0"), ("Pragma", "no-cache"),
    ("Last-Modified", "Thu, 01 Jan 1970 00:00:00 GMT"), ("Set-Cookie", "s=1; Path=/case/none"), ("Set-Cookie2", "t=1"),
    ("Server", "x"), ("Date", "Thu, 01 Jan 1970 00:00:00 GMT"), ("Vary", "Origin"), ("Link", "</x>"),
    ("X-One", "again"), ("X-Empty", ""), ("Retry-After", "1"), ("X-Latin", "\xe9"), ("Location", "/nowhere"),
    ("Age", "3"), ("Access-Control-Allow-Methods", "PUT"), ("Access-Control-Max-Age", "5"),
    ("Timing-Allow-Origin", "*"), ("X_Under", "1"), ("!odd", "1"), ("Allow", "GET"), ("Content-Disposition", "inline"),
]
"""Response headers that a script may or may not see."""

STATUSES = [
    200, 200, 201, 203, 204, 205, 206, 226, 299, 300, 304, 305, 306, 309, 400, 401, 403, 404, 405, 408, 410, 412, 416,
    418, 425, 426, 429, 431, 451, 499, 500, 501, 502, 503, 504, 511, 599, 600, 799, 999,
]
"""Statuses of actual responses; any is readable."""

UNFIT_STATUSES = {407, 421}
"""Statuses that ask for something else first: proxy authentication, and another connection, for which Firefox hangs."""

PREFLIGHT_STATUSES = [
    200, 201, 202, 203, 205, 206, 207, 226, 250, 299, 300, 301, 302, 303, 304, 307, 308, 399, 400, 401, 403, 404, 405,
    407, 415, 429, 500, 503, 599, 600, 999,
]
"""Statuses of preflight responses; from 200 to 299 they pass."""

REDIRECT_STATUSES = [(301, 20), (302, 30), (303, 20), (307, 20), (308, 10)]

MAX_AGES = ["0", "1", "600", "86400", "-1", "", "1.5", "a", "600, 600", "+5", "9" * 20, '"5"', "5s", " 7 "]
