"""Writes RESULTS.md: what the runs say, side by side and one by one."""

import collections
import json
import pathlib
import shlex
import subprocess
import tempfile

import baselines
import running

TRAPS = ("trap", "trap-regex", "trap-schemes")
# What is shown of answers in an area, beside the lines that are shown in all.
AREA_LINES = {
    "expose": {"access-control-expose-headers"}, "max-age": {"access-control-max-age"}, "vary": {"cache-control"},
}

REFUSALS = {"refused": "It does not start with", "unwritten": "`corspec emit` refuses to write it for"}

INTRODUCTION = """# How today's CORS implementations fare

corspec {version} started each implementation below once for every bundled policy, with the configuration that does what
the policy means, and asked what a browser would do with its answers. Nothing here is by hand: `Tests/Peers/run` installs
the implementations, runs corspec against them and writes this file.

| word | meaning |
| --- | --- |
| ok | a browser does what the policy means |
| hazard | it does, but a cache, a log or the next change turns it into a fault |
| broken | pages that the policy grants are refused |
| unsafe | pages that the policy refuses are granted |
| skipped | the implementation cannot say what the cases need |
| refused | it does not start with such a policy |
| unwritten | `corspec emit`, which writes the configuration, refuses to write it for such a policy |

Versions are those that Debian 12 and PyPI carry; newer ones, where there are any, may fare better.

A number is how many rows (a case under a policy) say so. A finding is about the implementation as it is set up here, its
version and its HTTP server together: what can be set otherwise is named beside it. To repeat one, serve the variant, then
send the finding's request:

```console
$ Tests/Peers/run --serve go-chi-cors --policy list
$ curl -i -H 'Origin: https://app.example.com' {url}/open
```
"""

EVERYDAY = """## Under everyday policies

The policies `list` (three origins with credentials) and `regex` (subdomains with credentials), each implementation set up
with care and authentication inside CORS.
"""

ALL = """## Under all policies but the traps

Rare things as well: methods in lower case, header names with odd signs, IPv6 hosts, `null`, wildcards, no origin at all.
"""

TRAP = """## In the trap

Any origin together with credentials: by the wildcard (`trap`), by a regex for anything (`trap-regex`), and by one for what
does not look like a site (`trap-schemes`). Right is to refuse it, or to grant nothing with credentials. Unsafe is to echo
whatever origin asks: every site then reads with the user's cookies.
"""

CARELESS = """## As people write it

What circulates, under all policies but the traps.
"""

OUTSIDE = """## With authentication outside CORS

As careful as can be, but for the order, under `list` and `regex`.
"""

BUGS = """## What looks like a bug

Findings that no configuration explains, small enough to report.
"""


def render(corspec, runs):
    """The page."""
    careful = [run for run in runs if run.variant.expected is None]
    outside = [run for run in runs if run.variant.has_authentication_outside]
    careless = [run for run in runs if run.variant.expected is not None and run not in outside]
    version = subprocess.run([corspec, "--version"], capture_output=True, text=True, check=True).stdout.split()[-1]
    everyday = [option for policy in running.EVERYDAY for option in ("--only", f"{policy}:*")]
    without_traps = [option for policy in TRAPS for option in ("--except", f"{policy}:*")]
    parts = [INTRODUCTION.format(version=version, url=running.URL)]
    if careful:
        parts += [EVERYDAY, areas(corspec, careful, everyday), ALL, areas(corspec, careful, without_traps)]
        parts += [TRAP, traps([run for run in runs if run not in outside])]
    if careless:
        parts += [CARELESS, areas(corspec, careless, without_traps)]
    if outside:
        parts += [OUTSIDE, areas(corspec, outside, everyday)]
    bugs = [bug for peer in peers_of(runs) for bug in bugs_of(peer, runs)]
    if bugs:
        parts += [BUGS, *bugs]
    parts += ["## Each implementation\n"]
    parts += [section(peer, [run for run in runs if run.variant.peer is peer]) for peer in peers_of(runs)]
    return "\n".join(parts)


def peers_of(runs):
    return list(dict.fromkeys(run.variant.peer for run in runs))


def areas(corspec, runs, selection):
    """The first table of corspec's own comparison, targets by areas, with a column for the versions."""
    with tempfile.TemporaryDirectory(prefix="corspec-table-") as folder:
        command = [corspec, "run", "--format", "markdown", *selection]
        for number, run in enumerate(runs):
            path = pathlib.Path(folder, f"{number}.json")
            rows = [row | {"exchanges": []} for row in run.rows]
            path.write_text(json.dumps(run.report | {"results": rows}))
            command += ["--compare", f"{run.variant.name}={path}"]
        if len(runs) == 1:
            # A comparison is of two at least.
            command += command[-2:]
        done = subprocess.run(command, capture_output=True, text=True)
    if done.returncode not in (0, 1, 3, 4):
        raise RuntimeError(f"corspec --compare ended with {done.returncode}: {done.stderr}")
    lines = done.stdout.split("\n\n")[0].splitlines()
    names = ["version", "---", *(run.version for run in runs)]
    spliced = []
    for line, name in zip(lines, names):
        _, first, rest = line.split("|", 2)
        spliced.append(f"|{first}| {name} |{rest}")
    return "\n".join(spliced) + "\n"


def traps(runs):
    """What comes of the trap: refused, or the worst severity."""
    lines = ["| target | " + " | ".join(TRAPS) + " |", "| --- |" + " --- |" * len(TRAPS)]
    for run in runs:
        words = [word([row for row in run.rows if row["policy"] == policy]) for policy in TRAPS]
        lines.append(f"| {run.variant.name} | " + " | ".join(words) + " |")
    return "\n".join(lines) + "\n"


def word(rows):
    if any(row["status"] == "error" for row in rows):
        return "error"
    if all(row["status"] == "skipped" for row in rows):
        return "skipped"
    refusal = next((row["reason"] for row in rows if (row["reason"] or "").startswith("refused: ")), None)
    if refusal:
        return "unwritten" if "cannot be written for" in refusal else "refused"
    severities = [row["severity"] for row in rows if row["severity"]]
    worst = max(severities, key=running.SEVERITIES.index, default="note")
    return "ok" if worst == "note" else worst


def bugs_of(peer, runs):
    names = {run.variant.name: run.version for run in runs if run.variant.peer is peer}
    for bug in peer.bugs:
        if bug["variant"] in names:
            yield (
                f"### {peer.name} {names[bug['variant']]}: {bug['title']}\n\n"
                f"Served by `Tests/Peers/run --serve {bug['variant']} --policy {bug['policy']}`.\n\n"
                f"```console\n$ {bug['exchange']}\n{bug['answer']}\n```\n\n"
                f"{bug['browser']} {bug['why']}\n")


def section(peer, runs):
    """All about one implementation."""
    parts = [f"### {peer.name}\n", f"{peer.language}, version {runs[0].version}, <{peer.homepage}>.\n"]
    told = set()
    for run in runs:
        parts += [f"#### {run.variant.name}\n", run.variant.note + "\n"]
        if run.variant.cannot:
            skipped = sum(row["status"] == "skipped" for row in run.rows)
            parts.append(f"It cannot express {', '.join(run.variant.cannot)}: {skipped} rows are skipped.\n")
        for refusal, text in REFUSALS.items():
            refused = [policy for policy in policies(run.rows) if word(of(policy, run.rows)) == refusal]
            if refused:
                parts.append(f"{text} {', '.join(f'`{policy}`' for policy in refused)}.\n")
        findings = causes(run.rows)
        parts += [finding(key, rows, run.variant) for key, rows in findings.items() if key not in told]
        repeated = [f"{severity}: {cause}" for severity, cause in findings if (severity, cause) in told]
        if repeated:
            parts += ["As above:\n", *(f"- {line}" for line in repeated), ""]
        if not findings:
            parts.append("Nothing is wrong.\n")
        told |= findings.keys()
    return "\n".join(parts)


def policies(rows):
    return list(dict.fromkeys(row["policy"] for row in rows))


def of(policy, rows):
    return [row for row in rows if row["policy"] == policy]


def causes(rows):
    """The rows that fail by severity, the worst first, and cause."""
    grouped = collections.defaultdict(list)
    for row in rows:
        if row["status"] in ("failed", "hazard"):
            worst = row["findings"][0]
            grouped[row["severity"], worst.get("cause") or worst["message"]].append(row)
    order = sorted(grouped, key=lambda key: -running.SEVERITIES.index(key[0]))
    return {key: grouped[key] for key in order}


def finding(key, rows, variant):
    """A cause, with the plainest row that shows it: the request to repeat, and what mattered in the answer."""
    severity, cause = key
    example = min(rows, key=lambda row: (row["policy"] not in running.EVERYDAY, len(row["exchanges"])))
    counted = ", ".join(f"`{policy}` {len(of(policy, rows))}" for policy in policies(rows))
    parts = [f"- **{severity}**: {cause} ({counted})\n"]
    if variant.expected is None:
        keys = dict.fromkeys(baselines.key_of_reason(variant.peer, row) for row in rows)
        parts += [f"  {variant.peer.reasons[key]}\n" for key in keys if key]
    parts.append(f"  `{example['policy']}:{example['id']}`: {example['findings'][0]['message']}\n")
    lines = []
    for exchange in example["exchanges"][-3:]:
        lines += [f"$ {curl(exchange['request'])}", *answer(exchange["response"], area=example["case"].split("/")[0])]
    if lines:
        parts += ["  ```console", *(f"  {line}" for line in lines), "  ```\n"]
    return "\n".join(parts)


def curl(request):
    """The command that sends a request again, but for what says no more than that corspec sent it."""
    words = ["curl", "-i"]
    if request["method"] == "HEAD":
        words.append("--head")
    elif request["method"] != "GET":
        words += ["-X", request["method"]]
    for name, value in request["headers"]:
        if name.lower() in ("host", "user-agent", "accept") or name.lower().startswith("sec-fetch-"):
            continue
        # curl takes a header without a value for one to drop, unless it ends with a semicolon.
        words += ["-H", f"{name}: {value}" if value else f"{name};"]
    words.append(running.URL + request["path"].split("?corspec=")[0].split("&corspec=")[0])
    return shlex.join(words)


def answer(response, area):
    """The lines of an answer that CORS, and the area, are about."""
    if response is None:
        return ["(no answer)"]
    names = {"vary", "location", "access-control-allow-origin", "access-control-allow-credentials"} | AREA_LINES.get(
        area, {"access-control-allow-methods", "access-control-allow-headers"})
    lines = [f"{name}: {value}" for name, value in response["headers"] if name.lower() in names]
    return [f"HTTP {response['status']}", *(lines or ["(no line of CORS)"])]
