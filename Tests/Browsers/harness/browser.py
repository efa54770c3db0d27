"""Browsers as processes: started headless with a fresh profile, ended by their own process group."""

import os
import pathlib
import shutil
import signal
import subprocess
import tempfile

END_LIMIT = 5
"""Seconds that a browser has to end when asked to; it is then killed."""


class BrowserError(Exception):
    """A browser could not be run."""


CHROMIUM_FLAGS = [
    "--headless=new", "--no-sandbox", "--no-first-run", "--no-default-browser-check", "--no-proxy-server",
    "--disable-background-networking", "--disable-component-update", "--disable-default-apps", "--disable-sync",
    "--disable-extensions", "--disable-gpu", "--disable-dev-shm-usage", "--disable-breakpad", "--mute-audio",
    "--disable-background-timer-throttling", "--disable-renderer-backgrounding",
    "--disable-backgrounding-occluded-windows", "--password-store=basic", "--use-mock-keychain",
]

FIREFOX_PREFERENCES = {
    "app.normandy.enabled": False,
    "app.update.enabled": False,
    "browser.aboutwelcome.enabled": False,
    "browser.cache.disk.enable": False,
    "browser.cache.memory.enable": False,
    "browser.region.network.url": "",
    "browser.safebrowsing.downloads.enabled": False,
    "browser.safebrowsing.malware.enabled": False,
    "browser.safebrowsing.phishing.enabled": False,
    "browser.search.update": False,
    "browser.shell.checkDefaultBrowser": False,
    "browser.startup.homepage_override.mstone": "ignore",
    "datareporting.policy.dataSubmissionEnabled": False,
    "dom.min_background_timeout_value": 4,
    "extensions.getAddons.cache.enabled": False,
    "extensions.systemAddon.update.enabled": False,
    "extensions.update.enabled": False,
    "network.captive-portal-service.enabled": False,
    "network.connectivity-service.enabled": False,
    "network.dns.disablePrefetch": True,
    "network.prefetch-next": False,
    "network.proxy.type": 0,
    "services.settings.server": "data:,",
    "toolkit.startup.max_resumed_crashes": -1,
    "toolkit.telemetry.enabled": False,
}


def _chromium_command(profile, url):
    return ["chromium", *CHROMIUM_FLAGS, f"--user-data-dir={profile}", url]


def _firefox_command(profile, url):
    lines = [f'user_pref("{name}", {_literal(value)});\n' for name, value in FIREFOX_PREFERENCES.items()]
    (pathlib.Path(profile) / "user.js").write_text("".join(lines))
    return ["firefox-esr", "--headless", "--no-remote", "--new-instance", "--profile", profile, url]


def _literal(value):
    """Returns a preference's value as user.js writes it."""
    return str(value).lower() if isinstance(value, bool) else f'"{value}"' if isinstance(value, str) else str(value)


COMMANDS = {"chromium": _chromium_command, "firefox": _firefox_command}
"""The browsers there are, by the name that the model gives the engine."""


class Browser:
    """A browser that runs for as long as it is entered."""

    def __init__(self, name, url):
        self.name = name
        self._url = url
        self._process = None

    def __enter__(self):
        self._home = tempfile.mkdtemp(prefix=f"corspec-{self.name}-")
        profile = os.path.join(self._home, "profile")
        os.mkdir(profile)
        self._log = open(os.path.join(self._home, "log"), "wb")
        environment = {**os.environ, "HOME": self._home, "TMPDIR": self._home, "MOZ_CRASHREPORTER_DISABLE": "1"}
        command = COMMANDS[self.name](profile, self._url)
        try:
            self._process = subprocess.Popen(
                command, stdin=subprocess.DEVNULL, stdout=self._log, stderr=self._log, env=environment,
                start_new_session=True)
        except OSError as error:
            self.__exit__()
            raise BrowserError(f"{command[0]} cannot be started: {error.strerror}") from error
        return self

    def __exit__(self, *_):
        if self._process is not None:
            self._end()
        self._log.close()
        shutil.rmtree(self._home, ignore_errors=True)

    def _end(self):
        """Ends the browser's process group, first by asking."""
        for number in (signal.SIGTERM, signal.SIGKILL):
            try:
                os.killpg(self._process.pid, number)
            except ProcessLookupError:
                pass
            try:
                self._process.wait(END_LIMIT)
            except subprocess.TimeoutExpired:
                continue

    @property
    def is_running(self):
        """Whether the browser has not ended."""
        return self._process.poll() is None

    def last_words(self):
        """Returns the end of what the browser wrote, for a report that it failed."""
        self._log.flush()
        text = (pathlib.Path(self._home) / "log").read_text(errors="replace")
        return "\n".join(text.splitlines()[-12:])
