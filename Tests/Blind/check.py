#!/usr/bin/env python3
"""Runs corspec over the servers of this folder: every faulty one must be found, every correct one be clean.

    Tests/Blind/check.py CORSPEC [--only GLOB] [--jobs N] [--report FOLDER]

The servers were written from the design and the list of legitimate differences alone, by people who had not read the
suite. A round's manifest.json says what each does wrong and how severe that is. A faulty server is found if the run's
worst finding has its severity; a correct one is clean if --strict ends with 0. Where the manifest says why the suite
misses a server, it must be missed still.
"""

import argparse
import collections
import concurrent.futures
import fnmatch
import json
import pathlib
import subprocess
import sys
import tempfile

FOLDER = pathlib.Path(__file__).resolve().parent
ROOT = FOLDER.parent.parent
RANKS = ["note", "hazard", "broken", "unsafe"]


def servers(only):
    for manifest in sorted(FOLDER.glob("*/manifest.json")):
        for server in json.loads(manifest.read_text()):
            server["round"] = manifest.parent.name
            if fnmatch.fnmatch(f"{server['round']}/{server['name']}", only):
                yield server


def run(corspec, server, folder):
    """Runs corspec over a server; returns its report, or None and what was printed if there is none."""
    name = f"{server['round']}-{server['name'].replace('/', '-')}"
    report = folder / f"{name}.json"
    done = subprocess.run(
        [corspec, "--strict", "--launch", "exec " + server["command"], "--report", f"json={report}"],
        cwd=ROOT, capture_output=True, text=True, timeout=600)
    if done.returncode not in (0, 1):
        return None, done.stdout + done.stderr
    return json.loads(report.read_text()), ""


def judge(server, report):
    """Returns whether corspec is right about a server, and a line that says what it found."""
    findings = [
        (finding["severity"], row["id"], row["policy"], finding.get("cause") or finding["message"])
        for row in report["results"] for finding in row["findings"] if finding["severity"] != "note"
    ]
    worst = max((finding[0] for finding in findings), key=RANKS.index, default=None)
    if not findings:
        return server["severity"] is None, "clean"
    first = next(finding for finding in findings if finding[0] == worst)
    return worst == server["severity"], f"{worst}, {len(findings)} findings; {first[2]}:{first[1]}: {first[3]}"


def main():
    parser = argparse.ArgumentParser(description=__doc__.split("\n")[0])
    parser.add_argument("corspec")
    parser.add_argument("--only", default="*", help="which servers: ROUND/KIND/NAME, a glob")
    parser.add_argument("--jobs", type=int, default=2)
    parser.add_argument("--report", type=pathlib.Path, help="a folder that keeps the reports")
    options = parser.parse_args()
    corspec = str(pathlib.Path(options.corspec).resolve())
    with tempfile.TemporaryDirectory() as temporary:
        folder = options.report or pathlib.Path(temporary)
        folder.mkdir(parents=True, exist_ok=True)
        chosen = list(servers(options.only))
        counts = collections.defaultdict(collections.Counter)
        with concurrent.futures.ThreadPoolExecutor(options.jobs) as pool:
            runs = pool.map(lambda server: run(corspec, server, folder.resolve()), chosen)
            for server, (report, output) in zip(chosen, runs):
                right, text = (False, "no report\n" + output) if report is None else judge(server, report)
                if "missed" in server and report is not None:
                    right, text = not right, f"{text}; missed: {server['missed']}"
                kind = server["round"], server["name"].split("/")[0]
                counts[kind]["missed" if right and "missed" in server else "right" if right else "wrong"] += 1
                print("ok   " if right else "WRONG", f"{server['round']}/{server['name']}: {text}")
                if not right:
                    print(f"      is {server['severity'] or 'correct'}: {server.get('fault', '')}")
    for (number, kind), count in sorted(counts.items()):
        word = "found" if kind == "faulty" else "clean"
        print(f"{number}: {count['right']} of {count.total()} {kind} servers {word}")
    return 1 if not chosen or any(count["wrong"] for count in counts.values()) else 0


sys.exit(main())
