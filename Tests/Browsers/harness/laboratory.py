"""Carries out exchanges in a browser and says what was seen."""

import time
from dataclasses import dataclass

from . import places
from .browser import Browser, BrowserError

START_LIMIT = 60
"""Seconds from the start of a browser to its page's first request for orders."""
SILENCE_LIMIT = 45
"""Seconds without a report after which a browser is given up; above what one fetch may take."""
FETCH_LIMIT = 15
"""Seconds for one fetch."""
ASKED = ("origin", "access-control-request-method", "access-control-request-headers")


@dataclass(frozen=True)
class Observation:
    """What a browser did with an exchange."""

    preflight: bool
    outcome: str
    exposed: tuple
    asked: tuple | None
    """The lines of the first preflight that CORS is about, by lower-case name; None without a preflight."""
    strays: tuple
    """Requests that the exchange has no answer for."""


class Laboratory:
    """A running browser, ready for exchanges."""

    def __init__(self, name, server):
        self.name = name
        self._server = server
        self._browser = Browser(name, f"{server.control_url}?browser={name}")

    def __enter__(self):
        self._browser.__enter__()
        try:
            if not self._server.orders.wait_for_page(self.name, START_LIMIT):
                raise BrowserError(f"{self.name} did not open its page:\n{self._browser.last_words()}")
        except BaseException:
            self._browser.__exit__()
            raise
        return self

    def __exit__(self, *details):
        self._browser.__exit__(*details)

    def can_run(self, exchange):
        """Whether this machine offers the exchange's page."""
        return exchange["request"]["origin"] not in self._server.origins_missing

    def run(self, exchanges):
        """Returns what the browser does with each exchange, in order."""
        tokens, orders = [], []
        for exchange in exchanges:
            token, moved = self._server.admit(exchange)
            tokens.append(token)
            orders.append(self._order(token, moved))
        self._server.orders.give(self.name, orders)
        try:
            seen = self._collect(set(tokens))
        finally:
            self._server.orders.withdraw(self.name)
            running = [self._server.dismiss(token) for token in tokens]
        return [self._observation(seen[token], run) for token, run in zip(tokens, running)]

    def _order(self, token, exchange):
        request = exchange["request"]
        origin = request["origin"]
        home = self._server.places.real(places.PAGE_ORIGIN) if origin == places.NULL_ORIGIN else origin
        return {
            "token": token, "origin": origin, "home": home, "url": request["url"], "request": request,
            "limit": FETCH_LIMIT * 1000,
        }

    def _collect(self, missing):
        """Waits until every token has been reported, as long as reports come."""
        seen = {}
        last = time.monotonic()
        while missing:
            reports = self._server.orders.wait_for_reports(self.name, 1)
            for report in reports:
                if report["token"] in missing:
                    missing.discard(report["token"])
                    seen[report["token"]] = report
            now = time.monotonic()
            if reports:
                last = now
            elif not self._browser.is_running:
                raise BrowserError(f"{self.name} ended by itself:\n{self._browser.last_words()}")
            elif now - last > SILENCE_LIMIT:
                raise BrowserError(f"{self.name} reported nothing for {SILENCE_LIMIT} s, {len(missing)} cases missing")
        return seen

    def _observation(self, report, running):
        preflights = running.preflights
        asked = None
        if preflights:
            lines = ((name, preflights[0].header(name)) for name in ASKED)
            asked = tuple((name, self._server.places.written(value)) for name, value in lines if value is not None)
        return Observation(
            preflight=bool(preflights), outcome=report["outcome"], exposed=tuple(sorted(report["exposed"])),
            asked=asked, strays=tuple(running.strays))
