"""Counts comparisons, and says what came of a run."""

import collections
import json
import shlex

from .compare import AGREED, DISAGREED, KNOWN, expectation


class Tally:
    """How often a browser agreed with the model."""

    def __init__(self, browser):
        self.browser = browser
        self.counts = collections.Counter()
        self.classes = collections.Counter()
        self.outcomes = collections.Counter()
        self.skipped = 0

    def add(self, comparison, observation):
        """Counts one comparison."""
        self.counts[comparison.kind] += 1
        self.outcomes[observation.outcome] += 1
        if comparison.kind == KNOWN:
            self.classes.update(comparison.differences)

    def line(self):
        """Returns one line of figures."""
        skipped = f", {self.skipped} skipped (this machine lacks the page's address)" if self.skipped else ""
        return (
            f"{self.browser:9} {sum(self.counts.values())} cases ({self.outcomes['readable']} readable): "
            f"{self.counts[AGREED]} agreed, {self.counts[KNOWN]} known differences, "
            f"{self.counts[DISAGREED]} disagreements{skipped}")

    def summary(self):
        """Returns the figures, and a line for each class of known differences; a case may be of several."""
        width = max((len(name) for name in self.classes), default=0)
        classes = [f"  {name:{width}}  {count}" for name, count in sorted(self.classes.items())]
        return "\n".join([self.line(), *classes])


def disagreement_text(browser, smallest, whole, again):
    """Returns a disagreement as a person reads it.

    `smallest` is (exchange, verdict, observation); `again` is the command that repeats the whole case.
    """
    exchange, verdict, seen = smallest
    text = [f"DISAGREEMENT in {browser}, {whole['id']}; the smallest case that shows it:"]
    text += [f"    {line}" for line in exchange_lines(exchange)]
    if "error" in verdict:
        text.append(f"  the model cannot judge it: {verdict['error']}")
    else:
        reason = verdict.get("reason")
        because = f" ({reason}, {verdict.get('section')})" if reason else ""
        text.append(f"  the standard, by the model: {_behaviour(verdict)}{because}")
        if "preflight_request" in verdict:
            text.append(f"      its preflight: {_lines(verdict['preflight_request']['headers'])}")
        for entry in verdict.get("engines", []):
            if entry["engine"] == browser:
                known = expectation(verdict, browser)
                text.append(f"  {browser}, as it is known ({entry['class']}): {_behaviour(known)}")
    found = {"preflight": seen.preflight, "outcome": seen.outcome, "exposed": list(seen.exposed)}
    text.append(f"  {browser}, as it is: {_behaviour(found)}")
    if seen.asked:
        text.append(f"      its preflight: {_lines(seen.asked)}")
    if seen.strays:
        text.append(f"      it also asked for: {seen.strays}")
    script = "Tests/Browsers/check.py"
    text.append(f"  again: {script} --browser {browser} --case {shlex.quote(json.dumps(exchange))}")
    text.append(f"  whole: {again}")
    return "\n".join(text)


def exchange_lines(exchange):
    """Returns an exchange as lines to read."""
    request = exchange["request"]
    modes = f"({request['credentials']}, {request['redirect']})"
    lines = [f"from {request['origin']}: {request['method']} {request['url']} {modes}"]
    lines += [f"    {name}: {value!r}"[:200] for name, value in request["headers"]]
    if "body" in request:
        lines.append(f"    body: {request['body']}")
    hops = [exchange, *exchange.get("redirects", [])]
    for hop in hops:
        if "url" in hop:
            lines.append(f"then {hop['url']}")
        for name in ("preflight_response", "response"):
            if hop.get(name):
                lines.append(f"{name.removesuffix('_response')}: {hop[name]['status']} {_lines(hop[name]['headers'])}")
    return lines


def _lines(headers):
    return "; ".join(f"{name}: {value!r}" for name, value in headers)


def _behaviour(behaviour):
    preflight = "a preflight" if behaviour["preflight"] else "no preflight"
    exposed = ", ".join(behaviour["exposed"]) or "nothing"
    return f"{preflight}, {behaviour['outcome']}, exposed {exposed}"
