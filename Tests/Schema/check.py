#!/usr/bin/env python3
"""Validates fixture files, policies and other JSON files against the schemas in Fixtures/schema.

Usage: check.py [FOLDER] [SCHEMA=FILE ...]

Every suites/*.json and policies/*.json of FOLDER (Fixtures unless given) is validated, and every FILE
against the schema that is named before it: report, comparison, judge, baseline, config, adapter, lint, policy or fixture. A FILE
that ends in .jsonl is validated line by line. Each kind of file is also damaged on purpose, and must then
be refused. Needs the package jsonschema.
"""

import copy
import json
import pathlib
import sys

import jsonschema
import referencing

ROOT = pathlib.Path(__file__).resolve().parents[2]
SCHEMAS = ROOT / "Fixtures" / "schema"


def load_schemas():
    """Returns a validator for each schema, by its short name, after checking the schemas themselves."""
    schemas = {path.name: json.loads(path.read_text()) for path in sorted(SCHEMAS.glob("*.schema.json"))}
    registry = referencing.Registry()
    for name, schema in schemas.items():
        jsonschema.Draft202012Validator.check_schema(schema)
        if schema.get("$id") != name:
            raise SystemExit(f"{name}: $id is {schema.get('$id')!r}, not the file's name")
        registry = registry.with_resource(name, referencing.Resource.from_contents(schema))
    return {
        name.removesuffix(".schema.json"): jsonschema.Draft202012Validator(schema, registry=registry)
        for name, schema in schemas.items()
    }


def problems(validator, path):
    """Yields what is wrong in a file, one text each."""
    text = path.read_text(encoding="utf-8")
    texts = [line for line in text.split("\n") if line.strip()] if path.suffix == ".jsonl" else [text]
    for number, part in enumerate(texts, 1):
        try:
            value = json.loads(part)
        except ValueError as error:
            yield f"no JSON: {error}"
            continue
        for error in validator.iter_errors(value):
            deepest = jsonschema.exceptions.best_match([error])
            place = "/".join(str(part) for part in deepest.absolute_path) or "the whole"
            line = f"line {number}, " if len(texts) > 1 else ""
            yield f"{line}{place}: {deepest.message[:300]}"


def damages(name, value):
    """Returns copies of a good value, each with one thing wrong."""
    damaged = []

    def damage(change):
        copied = copy.deepcopy(value)
        change(copied)
        damaged.append(copied)

    damage(lambda v: v.update({"unknown_member": 1}))
    if name == "fixture":
        damage(lambda v: v.pop("why"))
        damage(lambda v: v["sections"].append("no-such-anchor"))
        damage(lambda v: v["cases"][0].update({"id": "No Slug"}))
        damage(lambda v: v["cases"][0].update({"title": "It is so"}))
        damage(lambda v: v["cases"][0].update({"needs": ["luck"]}))
        damage(lambda v: v["cases"][0].update({"request": {"method": "GET"}, "fetch": {"origin": "null"}}))
        damage(lambda v: v["cases"][0].update({"expect": {"outcom": "blocked"}}))
    if name == "policy":
        damage(lambda v: v.update({"allow_methods": "GET"}))
        damage(lambda v: v.update({"allow_headers": ["X Y"]}))
        damage(lambda v: v.update({"max_age": -1}))
        damage(lambda v: v.update({"environments": {"a": {"environments": {}}}}))
        damage(lambda v: v.update({"environments": {"a b": {}}}))
    if name == "baseline":
        damage(lambda v: v.update({"corspec_baseline": 2}))
        damage(lambda v: v["entries"].append({"id": "a/b", "policy": "p"}))
        damage(lambda v: v["entries"].append({"id": "a/b", "policy": "p", "severity": "note"}))
        damage(lambda v: v["entries"].append({"id": "a/b", "policy": "p", "severity": "unsafe"}))
        damage(lambda v: v["entries"].append({"id": "a/b", "policy": "p", "severity": "broken", "expires": "soon"}))
    if name == "config":
        damage(lambda v: v.pop("corspec_config"))
        damage(lambda v: v.update({"jobs": "8"}))
        damage(lambda v: v.update({"target": {"url": "http://a.example/", "builtin": "reference"}}))
        damage(lambda v: v.update({"paths": [{"policy": "p.json"}]}))
    if name == "lint":
        damage(lambda v: v.update({"lint_format": 2}))
        damage(lambda v: v["summary"].pop("unsafe"))
        damage(lambda v: v["policies"].clear())
        damage(lambda v: v["policies"][0].pop("error"))
        damage(lambda v: v["policies"][0]["findings"].append({"code": "no-origins"}))
        for policy in range(len(value["policies"])):
            if value["policies"][policy]["findings"]:
                damage(lambda v, p=policy: v["policies"][p]["findings"][0].update({"severity": "bad"}))
                damage(lambda v, p=policy: v["policies"][p]["findings"][0].update({"line": 0}))
                damage(lambda v, p=policy: v["policies"][p].update({"error": "p.json:1:1: error: no JSON"}))
    return damaged


def check(name, validator, path):
    """Prints one line on a file, and more if it is wrong; returns whether it is right."""
    found = list(problems(validator, path))
    if not found and name in ("fixture", "policy", "baseline", "config", "lint"):
        for damaged in damages(name, json.loads(path.read_text(encoding="utf-8"))):
            if validator.is_valid(damaged):
                found.append("a damaged copy was not refused: the schema is too weak")
    try:
        shown = path.relative_to(ROOT)
    except ValueError:
        shown = path
    print(f"{'wrong' if found else 'ok   '}  {name:8}  {shown}")
    for problem in found[:20]:
        print(f"       {problem}")
    return not found


def main(arguments):
    """Checks everything that the arguments name; returns the exit code."""
    validators = load_schemas()
    pairs = [argument.split("=", 1) for argument in arguments if "=" in argument]
    folders = [pathlib.Path(argument) for argument in arguments if "=" not in argument] or [ROOT / "Fixtures"]
    files = []
    for folder in folders:
        files += [("fixture", path) for path in sorted(folder.glob("suites/**/*.json"))]
        files += [("policy", path) for path in sorted(folder.glob("policies/*.json"))]
        files += [("clauses", path) for path in folder.glob("clauses.json")]
    for name, file in pairs:
        name = name.removesuffix(".json").removesuffix(".schema")
        if name not in validators:
            print(f"no schema {name!r}; there are: {', '.join(validators)}", file=sys.stderr)
            return 2
        files.append((name, pathlib.Path(file).resolve()))
    if not files:
        print("nothing to check", file=sys.stderr)
        return 2
    results = [check(name, validators[name], path) for name, path in files]
    print(f"{len(results)} files, {results.count(False)} wrong")
    return 0 if all(results) else 1


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
