"""Holds what a browser did against a verdict."""

from dataclasses import dataclass

from . import asked

AGREED, KNOWN, DISAGREED = "agreed", "known", "disagreed"


@dataclass(frozen=True)
class Comparison:
    """How a browser's behaviour relates to the model's."""

    kind: str
    """Agreed; known to differ, and in the way that is known; or neither."""
    differences: tuple
    """The classes of known differences that apply, whether they were met or not."""
    points: tuple
    """What differs from what was expected: preflight, outcome, exposed, asked, judged."""


def compare(exchange, verdict, observation, browser):
    """Compares the verdict on an exchange with an observation in a browser.

    Where the model knows the browser to differ from the standard, the browser must match what is known of it.
    """
    if "error" in verdict:
        return Comparison(DISAGREED, (), ("judged",))
    entries = [entry for entry in verdict.get("engines", []) if entry["engine"] == browser]
    expected = expectation(verdict, browser)
    points = [name for name in ("preflight", "outcome") if expected[name] != getattr(observation, name)]
    if sorted(expected["exposed"]) != list(observation.exposed):
        points.append("exposed")
    differences = tuple(dict.fromkeys(entry["class"] for entry in entries))
    if points:
        return Comparison(DISAGREED, differences, tuple(points))
    if not entries and observation.asked is not None and "preflight_request" in verdict:
        expected_lines = {name.lower(): value for name, value in verdict["preflight_request"]["headers"]}
        asked_differences = asked.differences(exchange, expected_lines, dict(observation.asked), browser)
        if asked_differences is None:
            return Comparison(DISAGREED, (), ("asked",))
        differences = tuple(f"{name} (in the preflight alone)" for name in asked_differences)
        return Comparison(KNOWN if differences else AGREED, differences, ())
    return Comparison(KNOWN if entries else AGREED, differences, ())


def expectation(verdict, browser):
    """Returns what the model says that a browser does: the standard's verdict, or what is known of the browser."""
    expected = {name: verdict[name] for name in ("preflight", "outcome", "exposed")}
    for entry in verdict.get("engines", []):
        if entry["engine"] == browser:
            expected.update({name: entry[name] for name in expected if name in entry})
    return expected
