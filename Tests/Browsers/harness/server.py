"""The servers that browsers talk to: one for orders and findings, the others for the exchanges themselves."""

import asyncio
import contextlib
import errno
import re
import socket
import threading
import urllib.parse

from . import places, wire
from .orders import Orders

_TOKEN = re.compile(r"/case/(c\d+)(?!\d)")
START_LIMIT = 10
"""Seconds for the listeners to be up."""


class Server:
    """Listens on loopback for as long as it is entered; answers each exchange as its lines say."""

    def __init__(self, wanted_ports=None):
        """`wanted_ports` has a real port for written ones, 0 or absent where the system chooses."""
        self.origins_missing = set()
        self._wanted = wanted_ports or {}
        self._loop = asyncio.new_event_loop()
        self.orders = Orders(self._loop)
        self._thread = threading.Thread(target=self._loop.run_forever, name="server")
        self._running = {}
        self._lock = threading.Lock()
        self._count = 0

    def __enter__(self):
        sockets = self._bind()
        self._thread.start()
        asyncio.run_coroutine_threadsafe(self._listen(sockets), self._loop).result(START_LIMIT)
        return self

    def __exit__(self, *_):
        self.orders.close()
        asyncio.run_coroutine_threadsafe(self._end_connections(), self._loop).result(START_LIMIT)
        self._loop.call_soon_threadsafe(self._loop.stop)
        self._thread.join(START_LIMIT)
        self._loop.close()

    def _bind(self):
        """Binds every place; notes the origins that this machine does not offer."""
        self._control, control_port = _bound(socket.AF_INET, "127.0.0.1", 0)
        self.control_url = f"http://127.0.0.1:{control_port}/"
        sockets, ports = [self._control], {}
        for written in places.WRITTEN_PORTS:
            family, host = (socket.AF_INET6, "::1") if written == places.SIX else (socket.AF_INET, "127.0.0.1")
            try:
                bound, ports[written] = _bound(family, host, self._wanted.get(written, 0))
            except OSError:
                if written != places.SIX:
                    raise
                ports[written] = written
                self.origins_missing.add(places.SIX_ORIGIN)
            else:
                sockets.append(bound)
        try:
            sockets.append(_bound(socket.AF_INET, "127.0.0.1", 80)[0])
        except OSError:
            self.origins_missing.add(places.DEFAULT_PORT_ORIGIN)
        self.places = places.Places(ports)
        return sockets

    async def _listen(self, sockets):
        for bound in sockets:
            serve = self._serve_control if bound is self._control else self._serve_exchanges
            await asyncio.start_server(serve, sock=bound, limit=wire.LONGEST_HEAD)

    async def _end_connections(self):
        """Ends what is still being served."""
        tasks = [task for task in asyncio.all_tasks() if task is not asyncio.current_task()]
        for task in tasks:
            task.cancel()
        await asyncio.gather(*tasks, return_exceptions=True)

    def admit(self, exchange):
        """Takes an exchange to answer.

        Returns its token and the exchange as the browser has to run it.
        """
        with self._lock:
            self._count += 1
            token = f"c{self._count}"
        moved = self.places.moved(exchange, token)
        with self._lock:
            self._running[token] = Running(moved)
        return token, moved

    def dismiss(self, token):
        """Forgets an exchange, and returns what came in for it."""
        with self._lock:
            return self._running.pop(token)

    async def _serve_exchanges(self, reader, writer):
        async with _closing(writer):
            while request := await wire.read_request(reader):
                if request.target.startswith("/agent"):
                    status, headers, body = Orders.page("agent.html")
                    writer.write(wire.response_bytes(status, headers, "HEAD")[0] + body)
                    continue
                found = _TOKEN.match(request.target)
                with self._lock:
                    running = self._running.get(found.group(1)) if found else None
                status, headers = running.answer(request) if running else (404, [("Content-Length", "0")])
                data, shows_its_end = wire.response_bytes(status, headers, request.method)
                writer.write(data)
                await writer.drain()
                if not shows_its_end:
                    return

    async def _serve_control(self, reader, writer):
        async with _closing(writer):
            while request := await wire.read_request(reader):
                status, headers, body = await self.orders.answer(request)
                writer.write(wire.response_bytes(status, headers, "HEAD")[0] + body)
                await writer.drain()


class Running:
    """An exchange under way: its hops, and the requests that came for it."""

    def __init__(self, exchange):
        self._hops = [(_place(hop["url"]), hop) for hop in places.hops(exchange)]
        self.requests = []
        self.strays = []

    def answer(self, request):
        """Returns status and header lines for a request, and notes the request.

        Where hops share an address, each actual request goes on to the next of them.
        """
        place = (request.header("host"), request.target)
        fitting = [index for index, (hop_place, _) in enumerate(self._hops) if hop_place == place]
        if not fitting:
            self.strays.append(place)
            return 599, [("Content-Length", "0")]
        answered = sum(earlier in fitting and not past.is_preflight for earlier, past in self.requests)
        index = fitting[min(answered, len(fitting) - 1)]
        self.requests.append((index, request))
        hop = self._hops[index][1]
        response = hop.get("preflight_response") if request.is_preflight else hop.get("response")
        if response is None:
            self.strays.append(("no response for", request.method, *place))
            return 599, [("Content-Length", "0")]
        return response["status"], response["headers"]

    @property
    def preflights(self):
        """The preflights that came, in order."""
        return [request for _, request in self.requests if request.is_preflight]


def _place(url):
    """Returns a URL as a server sees it: the Host line and the request's target."""
    parts = urllib.parse.urlsplit(url)
    query = f"?{parts.query}" if parts.query else ""
    return parts.netloc.rpartition("@")[2].removesuffix(":80"), (parts.path or "/") + query


def _bound(family, host, port):
    """Returns a bound socket and its port."""
    bound = socket.socket(family, socket.SOCK_STREAM)
    bound.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
    try:
        bound.bind((host, port))
    except OSError as error:
        bound.close()
        if error.errno == errno.EADDRINUSE:
            raise OSError(error.errno, f"{host}:{port} is in use") from error
        raise
    return bound, bound.getsockname()[1]


@contextlib.asynccontextmanager
async def _closing(writer):
    """Closes a connection at the end, whatever the browser did to it."""
    try:
        yield
    except ConnectionError:
        pass
    finally:
        writer.close()
