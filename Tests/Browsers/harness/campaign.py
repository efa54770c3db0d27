"""A run: batches of exchanges in each browser, compared, counted, and told about."""

import json
import time

from .compare import DISAGREED, compare
from .shrink import shrink
from .tally import Tally, disagreement_text

SHOWN = 8
"""Disagreements that are made small and shown, for each browser; of the others the command alone."""


class Campaign:
    """Runs batches and keeps what came of them."""

    def __init__(self, laboratories, judge, say=print):
        """`judge` takes a browser's name and returns the judge to hold it against."""
        self._laboratories = laboratories
        self._judge = judge
        self._say = say
        self.tallies = {laboratory.name: Tally(laboratory.name) for laboratory in laboratories}
        self.agreements = {laboratory.name: [] for laboratory in laboratories}
        """Exchanges with what was seen, where that is what the model says."""
        self.faults = 0
        self._shown = {laboratory.name: set() for laboratory in laboratories}

    @property
    def has_failed(self):
        """Whether there was a disagreement."""
        return self.faults > 0

    def run(self, title, exchanges, again):
        """Runs a batch in every browser. `again` makes the options that repeat an exchange."""
        for laboratory in self._laboratories:
            self._run_in(laboratory, title, exchanges, again)

    def _run_in(self, laboratory, title, exchanges, again):
        name = laboratory.name
        judge = self._judge(name)
        runnable = [exchange for exchange in exchanges if laboratory.can_run(exchange)]
        verdicts = judge.verdicts(runnable)
        start = time.monotonic()
        seen = laboratory.run(runnable)
        seconds = time.monotonic() - start
        comparisons = [compare(*each, name) for each in zip(runnable, verdicts, seen)]
        doubtful = [index for index, comparison in enumerate(comparisons) if comparison.kind == DISAGREED]
        unsteady = []
        for index, what in zip(doubtful, laboratory.run([runnable[index] for index in doubtful])):
            if (second := compare(runnable[index], verdicts[index], what, name)).kind != DISAGREED:
                points = ", ".join(comparisons[index].points)
                unsteady.append(f"{runnable[index]['id']} ({points}: {seen[index].outcome})")
                comparisons[index], seen[index] = second, what
        batch = Tally(name)
        batch.skipped = len(exchanges) - len(runnable)
        self.tallies[name].skipped += batch.skipped
        for exchange, comparison, what in zip(runnable, comparisons, seen):
            batch.add(comparison, what)
            self.tallies[name].add(comparison, what)
            if comparison.kind != DISAGREED:
                self.agreements[name].append((exchange, what))
        self._say(f"{title:16} {batch.line()}, in {seconds:.1f} s")
        if unsteady:
            self._say(f"  disagreed at first, and not when run again: {'; '.join(unsteady)}")
        for exchange, comparison in zip(runnable, comparisons):
            if comparison.kind == DISAGREED:
                self.faults += 1
                self._show(laboratory, judge, exchange, comparison, again(exchange))

    def _show(self, laboratory, judge, exchange, comparison, options):
        """Shows a disagreement by its smallest case; those that shrink to the same are shown once."""
        name = laboratory.name
        command = f"Tests/Browsers/check.py --browser {name} {options}"
        if len(self._shown[name]) >= SHOWN:
            self._say(f"DISAGREEMENT in {name}, {exchange['id']} ({', '.join(comparison.points)}): {command}")
            return
        smallest = shrink(exchange, comparison.points, laboratory, judge)
        if smallest is None:
            self._say(f"DISAGREEMENT in {name}, {exchange['id']}, which did not show again: {command}")
            return
        essence = json.dumps(smallest[0]).replace(exchange["id"], "")
        if essence in self._shown[name]:
            self._say(f"DISAGREEMENT in {name}, {exchange['id']}, the same as one above: {command}")
            return
        self._shown[name].add(essence)
        self._say(disagreement_text(name, smallest, exchange, command))

    def check_expectations(self, exchanges):
        """Holds the model against what a file of exchanges expects of it."""
        expecting = [exchange for exchange in exchanges if "expect" in exchange]
        verdicts = self._judge(None).verdicts(expecting) if expecting else []
        for exchange, verdict in zip(expecting, verdicts):
            found = {name: verdict.get(name) for name in exchange["expect"]}
            if found != exchange["expect"]:
                self.faults += 1
                wrong = f"THE MODEL says {found} of {exchange['id']}, not {exchange['expect']}"
                self._say(f"{wrong}: {exchange.get('title')}")


def uncaught_rules(campaign, rules, wrong_judge, say=print):
    """Holds what was seen against judges that are wrong in one rule each.

    Returns the rules that would go unnoticed: those under which every agreement still stands.
    """
    uncaught = []
    for rule in rules:
        caught = {}
        for name, agreements in campaign.agreements.items():
            verdicts = wrong_judge(rule).verdicts([exchange for exchange, _ in agreements])
            triples = zip(agreements, verdicts)
            kinds = [compare(exchange, verdict, what, name).kind for (exchange, what), verdict in triples]
            caught[name] = kinds.count(DISAGREED)
        say(f"with {rule:38} " + ", ".join(f"{count} disagreements in {name}" for name, count in caught.items()))
        if not all(caught.values()):
            uncaught.append(rule)
    return uncaught
