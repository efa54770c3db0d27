"""Writes what fails today into the peers' baselines. Why it fails is in peer.json."""

import fnmatch
import json

HEAD = '{{\n  "$schema": "{schema}",\n  "corspec_baseline": 1,\n  "entries": [\n    {entries}\n  ]\n}}\n'
SCHEMA = "../../../Fixtures/schema/baseline.schema.json"


def renew(runs):
    """Writes the baselines of the variants that have one. The result is 1 where a failure has no reason, else 0."""
    missing = False
    for run in runs:
        if run.variant.expected is not None:
            continue
        entries, used = [], set()
        for row in run.rows:
            if row["status"] not in ("failed", "hazard"):
                continue
            key = next((key for key in run.variant.peer.reasons if applies(key, row)), None)
            if key is None:
                missing = True
                finding = row["findings"][0]
                print(f"{run.variant.name}: no reason for {row['policy']}:{row['id']} ({row['severity']}): "
                      f"{finding.get('cause')} / {finding['message']}")
                continue
            used.add(key)
            entries.append(entry(row, run.variant.peer.reasons[key]))
        run.variant.baseline.unlink(missing_ok=True)
        if entries:
            lines = ",\n    ".join(json.dumps(line, ensure_ascii=False) for line in entries)
            run.variant.baseline.write_text(HEAD.format(schema=SCHEMA, entries=lines))
        print(f"{run.variant.name}: {len(entries)} known; reasons that explain nothing: "
              f"{[key for key in run.variant.peer.reasons if key not in used] or 'none'}")
    return 1 if missing else 0


def applies(key, row):
    """Whether a reason is about a row: it names the cause of its worst finding, or a pattern matches POLICY:ID."""
    return key == row["findings"][0].get("cause") or fnmatch.fnmatchcase(f"{row['policy']}:{row['id']}", key)


def entry(row, reason):
    line = {"id": row["id"], "policy": row["policy"], "severity": row["severity"], "reason": reason}
    return line | {"accept_risk": True} if row["severity"] == "unsafe" else line
