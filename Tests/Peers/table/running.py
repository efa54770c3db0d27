"""Installs peers and runs corspec against them."""

import concurrent.futures
import dataclasses
import json
import os
import pathlib
import re
import shlex
import subprocess
import sys
import tempfile
import time

import peers

SECONDS_TO_INSTALL = 900
SECONDS_TO_RUN = 900
URL = "http://127.0.0.1:8000"
SEVERITIES = ["note", "hazard", "broken", "unsafe"]
EVERYDAY = ("list", "regex")


@dataclasses.dataclass
class Run:
    """What came of a variant: corspec's report, without the exchanges of rows that passed, and what is amiss."""

    variant: peers.Variant
    version: str
    report: dict
    faults: list

    @property
    def rows(self):
        return self.report["results"]


def environment(peer, environments):
    return environments / peer.folder.name


def install(peer, environments):
    folder = environment(peer, environments)
    folder.mkdir(parents=True, exist_ok=True)
    began = time.monotonic()
    done = subprocess.run([peer.install, folder], stdout=sys.stderr, timeout=SECONDS_TO_INSTALL)
    if done.returncode:
        sys.exit(f"run: {peer.folder.name} cannot be installed (exit {done.returncode})")
    print(f"installed {peer.folder.name} in {time.monotonic() - began:.0f} s", file=sys.stderr, flush=True)


def filled(text, peer, environments):
    return text.replace("{env}", shlex.quote(str(environment(peer, environments))))


def version(peer, environments):
    command = filled(peer.version_command, peer, environments)
    return subprocess.run(command, shell=True, capture_output=True, text=True, check=True, timeout=60).stdout.strip()


def serve(variant, environments, policy, port):
    """Becomes the server."""
    bundled = pathlib.Path(f"Fixtures/policies/{policy}.json")
    path = str(bundled if bundled.exists() else pathlib.Path(policy))
    command = filled(variant.launch, variant.peer, environments)
    command = command.replace("{port}", str(port)).replace("{policy}", shlex.quote(path))
    print(f"{variant.name} with policy {policy}: http://127.0.0.1:{port}/open", file=sys.stderr, flush=True)
    os.execvp("sh", ["sh", "-c", command])


def run_all(corspec, variants, environments, jobs, ignores_baselines):
    """Runs the variants, some at once; the runs are in the order of the variants."""
    versions = {peer: version(peer, environments) for peer in dict.fromkeys(variant.peer for variant in variants)}
    with concurrent.futures.ThreadPoolExecutor(jobs) as pool:
        return list(pool.map(
            lambda variant: run(corspec, variant, environments, versions[variant.peer], ignores_baselines), variants))


def run(corspec, variant, environments, version, ignores_baseline):
    began = time.monotonic()
    with tempfile.TemporaryDirectory(prefix="corspec-table-") as folder:
        path = pathlib.Path(folder, "report.json")
        command = [corspec, "run", "--strict", "--launch", filled(variant.launch, variant.peer, environments)]
        command += ["--report", f"json={path}"]
        if variant.cannot:
            command += ["--cannot", ",".join(variant.cannot)]
        uses_baseline = variant.expected is None and variant.baseline.exists() and not ignores_baseline
        if uses_baseline:
            command += ["--baseline", variant.baseline]
        done = subprocess.run(command, capture_output=True, text=True, timeout=SECONDS_TO_RUN)
        if not path.exists():
            sys.exit(f"run: {variant.name}: corspec ended with {done.returncode}\n{done.stderr}")
        # Each server has a port of its own; the page says where one is served by hand.
        report = json.loads(re.sub(r"http://127\.0\.0\.1:\d+(?=/)", URL, path.read_text()))
    for row in report["results"]:
        if row["status"] == "passed":
            row["exchanges"] = []
    faults = [] if ignores_baseline else list(found_faults(variant, done.returncode, report))
    # In one piece: several variants may run at once.
    sys.stderr.write(f"{variant.name}: exit {done.returncode} after {time.monotonic() - began:.0f} s\n")
    return Run(variant, version, report, faults)


def found_faults(variant, code, report):
    """What is not as the baseline, or the expectation, says."""
    if variant.expected is None:
        if code:
            news = [f"{row['policy']}:{row['id']}" for row in report["results"] if is_news(row)]
            stale = [f"{entry['policy']}:{entry['id']}" for entry in report.get("baseline", {}).get("stale", [])]
            yield f"exit {code}; not in its baseline: {some(news)}; stale there: {some(stale)}"
    else:
        ran = [row for row in report["results"] if row["status"] != "skipped"]
        if variant.has_authentication_outside:
            # It shows under everyday policies as well as under any, where these can be expressed.
            ran = [row for row in ran if row["policy"] in EVERYDAY] or ran
        found = {row["severity"] for row in ran if row["status"] == "failed"}
        if variant.expected not in found:
            yield f"nothing is {variant.expected}"
        errors = [f"{row['policy']}:{row['id']}" for row in report["results"] if row["status"] == "error"]
        if errors:
            yield f"no verdict: {some(errors)}"


def is_news(row):
    return not row["known"] and row["status"] in ("failed", "hazard", "error")


def some(names):
    return ", ".join(names[:5]) + (f" and {len(names) - 5} more" if len(names) > 5 else "") or "none"
