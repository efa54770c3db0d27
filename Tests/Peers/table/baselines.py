"""Writes what fails today into the peers' baselines. Why it fails is in peer.json."""

import fnmatch
import json

HEAD = '{{\n  "$schema": "{schema}",\n  "corspec_baseline": 1,\n  "entries": [\n    {entries}\n  ]\n}}\n'
SCHEMA = "../../../Fixtures/schema/baseline.schema.json"


def reason(peer, row):
    """Why a peer fails in a row; empty where nobody says."""
    return next((reason for key, reason in peer.reasons.items() if applies(key, row)), "")


def renew(runs):
    """Writes the baselines of the variants that have one. The result is 1 where a failure has no reason, else 0."""
    careful = [run for run in runs if run.variant.expected is None]
    used, missing = set(), []
    for run in careful:
        entries = []
        for row in run.rows:
            if row["status"] not in ("failed", "hazard"):
                continue
            reason = next((reason for reason in reasons(run) if applies(reason[1], row)), None)
            if reason is None:
                finding = row["findings"][0]
                missing.append(f"{run.variant.name}: no reason for {row['policy']}:{row['id']} ({row['severity']}): "
                               f"{finding.get('cause')} {finding['message']}")
            else:
                used.add(reason)
                entries.append(entry(row, reason[2]))
        write(run.variant.baseline, entries)
        print(f"{run.variant.name}: {len(entries)} known")
    superfluous = [f"{peer}: the reason for {key} explains nothing" for run in careful
                   for peer, key, reason in reasons(run) if (peer, key, reason) not in used]
    print("\n".join(dict.fromkeys(missing + superfluous)))
    return 1 if missing or superfluous else 0


def reasons(run):
    """The reasons of a run's peer: its folder's name, what the reason is about, and the reason."""
    peer = run.variant.peer
    return [(peer.folder.name, key, reason) for key, reason in peer.reasons.items()]


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
