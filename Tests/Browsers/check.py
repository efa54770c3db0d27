#!/usr/bin/env python3
"""Holds the model of `corspec judge` against Chromium and Firefox.

Without options: the fixed cases, and the committed seed. Exit code: 0 the browsers do what the model says, or
differ as it is known of them; 1 they do not; 2 the options are wrong; 3 a browser, a server or the judge could
not be run; 130 interrupted.
"""

import argparse
import contextlib
import json
import pathlib
import secrets
import signal
import sys
import time

import generator
import wrong_judge
from harness import judge as judges
from harness import places
from harness.browser import COMMANDS, BrowserError
from harness.campaign import Campaign, uncaught_rules
from harness.laboratory import Laboratory
from harness.server import Server

FOLDER = pathlib.Path(__file__).resolve().parent
FIXED = FOLDER / "cases" / "fixed.jsonl"
COMMITTED_SEED = 1
COMMITTED_COUNT = 2000


def arguments():
    """Reads the command line."""
    parser = argparse.ArgumentParser(prog="check.py", description=__doc__.split("\n")[0])
    parser.add_argument("--browser", action="append", choices=sorted(COMMANDS), help="only this one (repeatable)")
    parser.add_argument("--judge", metavar="CMD", help="the model (default: corspec judge, built here)")
    parser.add_argument("--seed", type=int, help="cases of this seed alone")
    parser.add_argument("--count", type=int, default=COMMITTED_COUNT, help="cases of a seed (default: %(default)s)")
    parser.add_argument("--only", metavar="ID", help="one case: its number in the seed, or its id in the file")
    parser.add_argument("--cases", metavar="FILE", help="the exchanges of a JSON lines file alone")
    parser.add_argument("--case", metavar="JSON", help="one exchange alone")
    parser.add_argument("--minutes", type=float, help="fresh seeds for so long")
    parser.add_argument("--forever", action="store_true", help="fresh seeds until interrupted")
    parser.add_argument("--recorded", action="store_true", help="against what the file says was seen")
    parser.add_argument("--self-check", action="store_true", help="show that each wrong rule would be noticed")
    parser.add_argument("--ports", metavar="P1,P2,P3,P4,P5", help="ports in place of those that the system chooses")
    parser.add_argument("--print", action="store_true", help="print the exchanges and run nothing")
    options = parser.parse_args()
    sources = [options.seed is not None, options.cases, options.case, options.minutes, options.forever]
    if sum(map(bool, sources)) > 1:
        parser.error("--seed, --cases, --case, --minutes and --forever exclude each other")
    if options.only and options.seed is None and not options.cases:
        parser.error("--only needs --seed or --cases")
    if options.recorded and not options.cases:
        parser.error("--recorded needs --cases")
    if options.ports and len(options.ports.split(",")) != len(places.WRITTEN_PORTS):
        parser.error(f"--ports takes {len(places.WRITTEN_PORTS)} ports")
    return options


def batches(options):
    """Yields the batches that are asked for: a title, exchanges, and a function from one to options that repeat it."""
    if options.case:
        yield "case", [json.loads(options.case)], lambda exchange: "--case '…'"
    elif options.cases:
        yield file_batch(pathlib.Path(options.cases), options.only)
    elif options.seed is not None:
        yield seed_batch(options.seed, options.count, options.only)
    elif options.minutes is not None or options.forever:
        end = None if options.forever else time.monotonic() + options.minutes * 60
        while end is None or time.monotonic() < end:
            yield seed_batch(secrets.randbelow(10**9), options.count)
    else:
        yield file_batch(FIXED)
        yield seed_batch(COMMITTED_SEED, options.count)


def file_batch(path, only=None):
    """Makes the batch of a file."""
    exchanges = [json.loads(line) for line in path.read_text(encoding="utf-8").splitlines()]
    if only:
        exchanges = [exchange for exchange in exchanges if exchange["id"] == only]
    return path.stem, exchanges, lambda exchange: f"--cases {path} --only {exchange['id']}"


def seed_batch(seed, count, only=None):
    """Makes the batch of a seed."""
    numbers = range(count) if only is None else [int(only)]
    exchanges = [generator.exchange(seed, number) for number in numbers]
    return f"seed {seed}", exchanges, lambda exchange: f"--seed {seed} --only {exchange['id'].rpartition('-')[2]}"


def check(options, server, laboratories, judge):
    """Runs the batches; returns the exit code."""
    choose = judges.Recorded if options.recorded else lambda _: judge
    campaign = Campaign(laboratories, choose)
    code = 0
    try:
        for title, exchanges, again in batches(options):
            if not options.recorded:
                campaign.check_expectations(exchanges)
            campaign.run(title, exchanges, again)
            if not options.self_check:
                for agreements in campaign.agreements.values():
                    agreements.clear()
    except KeyboardInterrupt:
        print("interrupted", file=sys.stderr)
        code = 130
    print()
    for tally in campaign.tallies.values():
        print(tally.summary())
    if options.self_check and code == 0:
        script = str(FOLDER / "wrong_judge.py")
        uncaught = uncaught_rules(
            campaign, wrong_judge.RULES,
            lambda rule: judges.Judge([sys.executable, script, rule, *judge.command]))
        for rule in uncaught:
            print(f"NOT NOTICED: a judge with the wrong rule {rule} agrees as well as the right one")
            campaign.faults += 1
    return code or int(campaign.has_failed)


def main():
    """Starts servers and browsers, and ends them whatever happens."""
    options = arguments()
    sys.stdout.reconfigure(line_buffering=True)
    signal.signal(signal.SIGTERM, lambda *_: signal.raise_signal(signal.SIGINT))
    if options.print:
        for _, exchanges, _ in batches(options):
            print("\n".join(map(json.dumps, exchanges)))
        return 0
    wanted = dict(zip(places.WRITTEN_PORTS, map(int, options.ports.split(",")))) if options.ports else None
    try:
        judge = None
        if not options.recorded:
            judge = judges.Judge(options.judge or judges.built_command(FOLDER.parents[1]))
        with contextlib.ExitStack() as stack:
            server = stack.enter_context(Server(wanted))
            names = options.browser or sorted(COMMANDS)
            laboratories = [stack.enter_context(Laboratory(name, server)) for name in names]
            return check(options, server, laboratories, judge)
    except (BrowserError, judges.JudgeError, OSError) as error:
        print(f"check.py: {error}", file=sys.stderr)
        return 3
    except KeyboardInterrupt:
        return 130


if __name__ == "__main__":
    sys.exit(main())
