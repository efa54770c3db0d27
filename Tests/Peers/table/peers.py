"""What the peers' folders say: peer.json of each."""

import dataclasses
import difflib
import json
import pathlib
import sys


@dataclasses.dataclass(frozen=True, eq=False)
class Peer:
    """An implementation, in a folder of its own.

    reasons says why its careful variants fail where they do, by a cause's title or by a pattern over POLICY:ID; bugs are
    findings that look like faults of the implementation itself.
    """

    folder: pathlib.Path
    name: str
    language: str
    homepage: str
    install: pathlib.Path
    version_command: str
    reasons: dict
    bugs: list


@dataclasses.dataclass(frozen=True, eq=False)
class Variant:
    """A way of setting an implementation up.

    A variant that is there to show a fault says with expected what severity is found; any other has its known failures
    in a baseline.
    """

    peer: Peer
    name: str
    launch: str
    cannot: tuple
    note: str
    expected: str | None
    has_authentication_outside: bool

    @property
    def baseline(self):
        return self.peer.folder / f"{self.name}.baseline.json"


def read(folder):
    """The variants in a peer's folder, in order."""
    stated = json.loads((folder / "peer.json").read_text())
    peer = Peer(
        folder=folder, name=stated["name"], language=stated["language"], homepage=stated["homepage"],
        install=folder / stated["install"], version_command=stated["version_command"],
        reasons=stated.get("reasons", {}), bugs=stated.get("bugs", []))
    return [
        Variant(
            peer=peer, name=variant["name"], launch=variant["launch"], cannot=tuple(variant["cannot"]),
            note=variant["note"], expected=variant.get("expected"),
            has_authentication_outside=variant.get("auth") == "outside")
        for variant in stated["variants"]
    ]


def choose(root, names):
    """The variants that have one of the names, or whose folder has it; all where there are no names."""
    variants = [variant for path in sorted(root.glob("*/peer.json")) for variant in read(path.parent)]
    chosen = [variant for variant in variants if {variant.name, variant.peer.folder.name} & set(names)]
    known = {name for variant in variants for name in (variant.name, variant.peer.folder.name)}
    for name in names:
        if name not in known:
            near = difflib.get_close_matches(name, known, 1)
            hint = f"; did you mean {near[0]}?" if near else ""
            sys.exit(f"run: there is no peer {name}{hint} There are: {', '.join(sorted(known))}")
    return chosen or variants
