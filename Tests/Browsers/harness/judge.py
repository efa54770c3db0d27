"""The model: a program that reads exchanges as JSON lines and answers each with a verdict."""

import json
import shlex
import subprocess

BUILD_LIMIT = 900
"""Seconds for a build of the judge."""
START_LIMIT = 60
LINE_LIMIT = 0.05
"""Seconds for the judge to start, and on top of it for each line."""


SOME_UNREAD = 2
"""The exit code of a judge that answers every line, some with an error."""


class JudgeError(Exception):
    """The judge could not be run, or its answers are not verdicts."""


class Judge:
    """A judge by its command."""

    def __init__(self, command):
        """`command` is given to no shell; a list is taken as it is."""
        self.command = shlex.split(command) if isinstance(command, str) else list(command)

    def verdicts(self, exchanges):
        """Returns the verdict on each exchange, in order; one with a member `error` where there is none."""
        text = "".join(json.dumps(exchange) + "\n" for exchange in exchanges)
        limit = START_LIMIT + LINE_LIMIT * len(exchanges)
        try:
            done = subprocess.run(self.command, input=text.encode(), capture_output=True, timeout=limit, check=False)
        except (OSError, subprocess.TimeoutExpired) as error:
            raise JudgeError(f"the judge {self.command} cannot be run: {error}") from error
        if done.returncode not in (0, SOME_UNREAD):
            raise JudgeError(f"the judge ended with {done.returncode}: {done.stderr.decode(errors='replace')[-800:]}")
        try:
            verdicts = [json.loads(line) for line in done.stdout.decode().splitlines()]
        except ValueError as error:
            raise JudgeError(f"the judge gave a line that is not JSON: {error}") from error
        if [verdict.get("id") for verdict in verdicts] != [exchange["id"] for exchange in exchanges]:
            raise JudgeError(f"the judge gave {len(verdicts)} answers for {len(exchanges)} lines, or for other ids")
        return verdicts


class Recorded:
    """Stands in for a judge where the exchanges carry what was once seen in a browser."""

    def __init__(self, browser):
        self._browser = browser

    def verdicts(self, exchanges):
        """Returns what each exchange says of the browser."""
        missing = {"error": f"nothing is recorded for {self._browser}"}
        return [{"id": exchange["id"], **exchange.get(self._browser, missing)} for exchange in exchanges]


def built_command(package):
    """Builds corspec in a package's folder, and returns the command of its judge."""
    build = ["swift", "build", "--package-path", str(package), "--product", "corspec"]
    try:
        subprocess.run(build, check=True, capture_output=True, timeout=BUILD_LIMIT)
        shown = subprocess.run([*build, "--show-bin-path"], check=True, capture_output=True, timeout=START_LIMIT)
    except (OSError, subprocess.SubprocessError) as error:
        output = (getattr(error, "stdout", None) or b"").decode(errors="replace")[-800:]
        raise JudgeError(f"corspec cannot be built: {error}\n{output}") from error
    return [f"{shown.stdout.decode().strip()}/corspec", "judge"]
