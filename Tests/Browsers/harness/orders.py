"""What pages are asked to do, and what they saw: the control server's part.

A page fetches its orders with a request that waits until there are some, carries them out in the frames of the
origins they name, and posts what came of them.
"""

import asyncio
import json
import pathlib
import threading
import urllib.parse

FOLDER = pathlib.Path(__file__).parent
LONG_POLL = 20
"""Seconds that a request for orders is kept waiting; pages then ask again."""


class Orders:
    """A queue of orders for each browser, and what is reported back."""

    def __init__(self, loop):
        """`loop` is the one that pages are answered on."""
        self._loop = loop
        self._given = asyncio.Event()
        self._changed = threading.Condition()
        self._waiting = {}
        self._reports = {}
        self._asked = set()
        self._is_closed = False

    def close(self):
        """Lets waiting pages go."""
        with self._changed:
            self._is_closed = True
        self._loop.call_soon_threadsafe(self._given.set)

    def give(self, browser, orders):
        """Queues orders for a browser's page."""
        with self._changed:
            self._waiting.setdefault(browser, []).extend(orders)
        self._loop.call_soon_threadsafe(self._given.set)

    def withdraw(self, browser):
        """Forgets what a browser has not taken."""
        with self._changed:
            self._waiting.pop(browser, None)

    def wait_for_page(self, browser, seconds):
        """Waits until a browser's page has asked for orders once; returns whether it did."""
        with self._changed:
            return self._changed.wait_for(lambda: browser in self._asked, seconds)

    def wait_for_reports(self, browser, seconds):
        """Returns what a browser has reported since the last call, empty if nothing came in time."""
        with self._changed:
            self._changed.wait_for(lambda: self._reports.get(browser), seconds)
            return self._reports.pop(browser, [])

    async def answer(self, request):
        """Answers a page: status, header lines, body."""
        target = urllib.parse.urlsplit(request.target)
        browser = urllib.parse.parse_qs(target.query).get("browser", [""])[0]
        if target.path == "/":
            return self.page("control.html")
        if target.path == "/orders":
            return self._json(await self._take(browser))
        if target.path == "/reports":
            with self._changed:
                self._reports.setdefault(browser, []).extend(json.loads(request.body))
                self._changed.notify_all()
            return self._json([])
        return 404, [("Content-Length", "0")], b""

    async def _take(self, browser):
        """Takes a browser's orders, waiting a while for some to come."""
        end = self._loop.time() + LONG_POLL
        while True:
            self._given.clear()
            with self._changed:
                if browser not in self._asked:
                    self._asked.add(browser)
                    self._changed.notify_all()
                taken = self._waiting.pop(browser, [])
                is_over = self._is_closed
            if taken or is_over:
                return taken
            try:
                await asyncio.wait_for(self._given.wait(), end - self._loop.time())
            except TimeoutError:
                return []

    @staticmethod
    def page(name):
        """Returns one of the pages in this folder as a response."""
        body = (FOLDER / name).read_bytes()
        headers = [("Content-Type", "text/html; charset=utf-8"), ("Content-Length", str(len(body)))]
        return 200, headers, body

    @staticmethod
    def _json(value):
        body = json.dumps(value).encode()
        headers = [("Content-Type", "application/json"), ("Content-Length", str(len(body)))]
        return 200, headers, body
