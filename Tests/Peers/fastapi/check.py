"""Runs corspec over HTTP against FastAPI's own CORSMiddleware, and says whether it finds what is there.

    check.py CORSPEC

CORSPEC is the executable. What server.py needs is in requirements.txt.
"""

import contextlib
import json
import os
import pathlib
import re
import subprocess
import sys
import tempfile

import trustme

HERE = pathlib.Path(__file__).parent
POLICIES = HERE.parents[2] / "Fixtures/policies"
AUTH_CAUSE = "Authentication runs before CORS: it answers requests that the CORS layer never sees."
ERROR_CAUSE = "Successful answers are granted, error answers are not: they are made outside the CORS layer."
TRAP_CAUSE = "The policy itself is the cause: it grants credentials to any origin."
ROUTES = [
    "--route", "protected=/protected", "--route", "failing=/failing", "--auth", "Authorization: env:CORSPEC_TOKEN",
]
SECONDS = 120


@contextlib.contextmanager
def server(policy, *options):
    """A running server; its port."""
    command = [sys.executable, HERE / "server.py", "--policy", POLICIES / f"{policy}.json", *options]
    process = subprocess.Popen(command, stdout=subprocess.PIPE, text=True)
    try:
        yield int(process.stdout.readline())
    finally:
        process.terminate()
        try:
            process.wait(10)
        except subprocess.TimeoutExpired:
            process.kill()
            process.wait()


class Run:
    """One run of corspec, and its JSON report."""

    def __init__(self, corspec, url, *options, folder):
        report = folder / "report.json"
        report.unlink(missing_ok=True)
        done = subprocess.run(
            [corspec, "--url", url, "--report", f"json={report}", *options], capture_output=True, text=True,
            timeout=SECONDS, env={"CORSPEC_TOKEN": "Bearer good", "PATH": "/usr/bin:/bin"})
        self.code, self.output, self.errors = done.returncode, done.stdout, done.stderr
        self.text = self.output + self.errors
        self.summary = self.findings = None
        if report.exists():
            whole = report.read_text()
            if "Bearer good" in whole:
                sys.exit(f"check.py: the report holds the secret:\n{whole}")
            results = json.loads(whole)
            self.summary = results["summary"]
            self.findings = [finding for row in results["results"] for finding in row["findings"]]

    def causes(self, *severities):
        return {finding["cause"] for finding in self.findings if finding["severity"] in severities}


def expect(holds, what, shown):
    print(("ok      " if holds else "NOT OK  ") + what, flush=True)
    if not holds:
        sys.exit(f"check.py: not so: {what}\n{shown}")


def check_right_order(corspec, folder):
    for policy in ["list", "regex"]:
        with server(policy) as port:
            run = Run(corspec, f"http://127.0.0.1:{port}/open", "--policy", policy, *ROUTES, folder=folder)
        expect(run.code == 0, f"{policy}: FastAPI passes", run.text)
        expect(not run.causes("unsafe", "broken"), f"{policy}: nothing is unsafe or broken", run.text)
        expect(run.causes("hazard") == {ERROR_CAUSE}, f"{policy}: its 500 without the grant is a hazard", run.text)


def check_wrong_order(corspec, folder):
    for policy in ["list", "regex"]:
        with server(policy, "--auth", "outside") as port:
            run = Run(corspec, f"http://127.0.0.1:{port}/open", "--policy", policy, *ROUTES, folder=folder)
        expect(run.code == 1, f"{policy}: authentication outside CORS fails", run.text)
        expect(run.causes("unsafe", "broken") == {AUTH_CAUSE}, f"{policy}: it is named as the cause", run.text)


def check_readme(corspec, folder):
    readme = (HERE.parents[2] / "README.md").read_text()
    start = readme.index("$ swift run corspec --url http://127.0.0.1:8000/open --policy list")
    command, _, shown = readme[start:readme.index("```", start)].partition("\n")
    with server("list", "--auth", "outside") as port:
        options = command.replace("8000", str(port)).split()[5:]
        run = Run(corspec, options[0], *options[1:], folder=folder)
    # What differs from run to run: the port, the nonce, the time; and as the suite grows, the number of the row.
    seen = re.sub(r"corspec=[\w-]+", "corspec=N", run.errors + run.output).replace(str(port), "8000")
    shown = re.sub(r"corspec=[\w-]+", "corspec=N", shown)
    same = [re.sub(r"in \d+ ms", "in N ms", text).strip() for text in (seen, shown)]
    expect(same[0] == same[1], "the README's session is what corspec prints", "\n\n".join(same))


def check_launch(corspec, folder):
    """Every bundled policy, each on a server of its own: FastAPI is right but for the trap and its 500."""
    report = folder / "report.json"
    command = f"exec '{sys.executable}' '{HERE / 'server.py'}' --port {{port}} --policy {{policy}}"
    done = subprocess.run(
        [corspec, "--launch", command, "--report", f"json={report}"], capture_output=True, text=True, timeout=SECONDS)
    results = json.loads(report.read_text())
    text = done.stdout + done.stderr
    expect(done.returncode == 1 and results["summary"]["error"] == 0, "launched: every policy is tried", text)
    found = {
        (finding["severity"], finding["cause"], row["policy"] if row["status"] == "failed" else None)
        for row in results["results"] for finding in row["findings"] if finding["severity"] != "note"
    }
    traps = {("unsafe", TRAP_CAUSE, policy) for policy in ("trap", "trap-regex", "trap-schemes")}
    expected = traps | {("hazard", ERROR_CAUSE, None)}
    expect(found == expected, "launched: nothing is found but the trap, and its 500 without the grant", f"{found}")
    policies = {row["policy"] for row in results["results"]}
    expect(policies == {path.stem for path in POLICIES.glob("*.json")}, "launched: with all policies", f"{policies}")


def check_trap(corspec, folder):
    with server("trap") as port:
        run = Run(corspec, f"http://127.0.0.1:{port}/open", "--policy", "trap", folder=folder)
    expect(run.code == 1 and run.summary["unsafe"] > 0, "trap: FastAPI is found unsafe", run.text)


def check_writes(corspec, folder):
    with server("list") as port:
        run = Run(
            corspec, f"http://127.0.0.1:{port}/open", "--policy", "list", "--allow-writes", "--only", "methods/*",
            folder=folder)
    expect(run.code == 0, "list: writes that are allowed are sent and granted", run.text)


def check_unix_socket(corspec, folder):
    path = folder / "server.socket"
    with server("list", "--unix-socket", path):
        run = Run(
            corspec, "http://api.example.com/open", "--policy", "list", "--unix-socket", path, "--only", "origin/*",
            folder=folder)
    expect(run.code == 0, "a Unix socket is asked in place of the host", run.text)


def check_tls(corspec, folder):
    authority = trustme.CA()
    authority.cert_pem.write_to_path(folder / "ca.pem")
    certificate = authority.issue_cert("localhost")
    certificate.private_key_pem.write_to_path(folder / "server.key")
    (folder / "server.pem").write_bytes(b"".join(part.bytes() for part in certificate.cert_chain_pems))
    client = authority.issue_cert("client.example")
    client.private_key_pem.write_to_path(folder / "client.key")
    client.cert_chain_pems[0].write_to_path(folder / "client.pem")

    def run(port, *options):
        return Run(
            corspec, f"https://localhost:{port}/open", "--policy", "list", "--only", "origin/*", *options,
            folder=folder)

    trusted = ["--cacert", folder / "ca.pem"]
    with server("list", "--tls", folder) as port:
        expect(run(port, *trusted).code == 0, "TLS: the certificates of --cacert are trusted", "")
        expect(run(port, "--insecure").code == 0, "TLS: --insecure does without the check", "")
        expect(run(port, *trusted, "--http1.1").code == 0, "TLS: HTTP/1.1 alone", "")
        doubted = run(port)
        says = "the server's certificate is not trusted" in doubted.text and "--cacert FILE" in doubted.text
        expect(doubted.code == 3 and says, "TLS: a certificate that nobody vouches for is named", doubted.text)
        expect(doubted.summary["error"] == doubted.summary["selected"], "TLS: and every row reported", doubted.text)
        other = Run(
            corspec, f"https://api.example.com:{port}/open", "--policy", "list", *trusted, "--resolve",
            f"api.example.com:{port}:127.0.0.1", folder=folder)
        expect(other.code == 3 and "not trusted" in other.text, "TLS: so is another host's", other.text)
    with server("list", "--tls", folder, "--client-certificates") as port:
        known = run(port, *trusted, "--cert", folder / "client.pem", "--key", folder / "client.key")
        expect(known.code == 0, "TLS: --cert and --key say who asks", known.text)
        unknown = run(port, *trusted)
        expect(unknown.code == 3, "TLS: without them the server does not answer", unknown.text)


def check_http2(corspec, folder):
    options = ["--policy", "list", "--insecure", "--only", "origin/granted*"]
    with server("list", "--tls", folder) as port:
        url = f"https://localhost:{port}/http2"
        run = Run(corspec, url, *options, folder=folder)
        expect(run.code == 0, "TLS: HTTP/2 is spoken where the server agrees to it", run.text)
        run = Run(corspec, url, *options, "--http1.1", folder=folder)
        expect(run.code == 3 and "status 505" in run.text, "TLS: and not with --http1.1", run.text)


def main():
    corspec = pathlib.Path(sys.argv[1]).resolve()
    # server.py asks it for the configuration.
    os.environ["CORSPEC"] = str(corspec)
    with tempfile.TemporaryDirectory() as name:
        folder = pathlib.Path(name)
        check_right_order(corspec, folder)
        check_wrong_order(corspec, folder)
        check_readme(corspec, folder)
        check_launch(corspec, folder)
        check_trap(corspec, folder)
        check_writes(corspec, folder)
        check_unix_socket(corspec, folder)
        check_tls(corspec, folder)
        check_http2(corspec, folder)


if __name__ == "__main__":
    main()
