"""Writes what fails today into the peers' baselines. Why it fails is in peer.json."""

import fnmatch
import json

HEAD = '{{\n  "$schema": "{schema}",\n  "corspec_baseline": 1,\n  "entries": [\n    {entries}\n  ]\n}}\n'
SCHEMA = "../../../Fixtures/schema/baseline.schema.json"


def key_of_reason(peer, row):
    """What a peer's reason for a row's failure stands under in peer.json; None where there is no reason."""
    return next((key for key in peer.reasons if applies(key, row)), None)


def renew(runs):
    """Writes the baselines of the variants that have one.

    The result is 1 where a failure has no reason or a reason explains nothing, else 0.
    """
    careful = [run for run in runs if run.variant.expected is None]
    used, problems = set(), []
    for run in careful:
        peer, entries = run.variant.peer, []
        for row in run.rows:
            if row["status"] not in ("failed", "hazard"):
                continue
            key = key_of_reason(peer, row)
            used.add((peer, key))
            if key is None:
                finding = row["findings"][0]
                problems.append(f"{run.variant.name}: no reason for {row['policy']}:{row['id']} ({row['severity']}): "
                                f"{finding.get('cause')} {finding['message']}")
            else:
                entries.append(entry(row, peer.reasons[key]))
        write(run.variant.baseline, entries)
        print(f"{run.variant.name}: {len(entries)} known")
    for peer in dict.fromkeys(run.variant.peer for run in careful):
        problems += [f"{peer.folder.name}: the reason for {key} explains nothing"
                     for key in peer.reasons if (peer, key) not in used]
    for problem in problems:
        print(problem)
    return 1 if problems else 0


def write(path, entries):
    """Writes a baseline; where nothing is known there is none."""
    path.unlink(missing_ok=True)
    if entries:
        lines = ",\n    ".join(json.dumps(line, ensure_ascii=False) for line in entries)
        path.write_text(HEAD.format(schema=SCHEMA, entries=lines))


def applies(key, row):
    """Whether a reason is about a row: it names the cause of its worst finding, or a pattern matches POLICY:ID."""
    return key == row["findings"][0].get("cause") or fnmatch.fnmatchcase(f"{row['policy']}:{row['id']}", key)


def entry(row, reason):
    line = {"id": row["id"], "policy": row["policy"], "severity": row["severity"], "reason": reason}
    return line | {"accept_risk": True} if row["severity"] == "unsafe" else line
