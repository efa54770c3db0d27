"""What the proxies and web servers share: the command line, the policy, and running the real server in the foreground.

    server.py --policy FILE [--port N] [--style NAME] [--auth outside] [--emit]

FILE is a corspec policy. The careful configuration is what "corspec emit" writes, by the program that the environment
variable CORSPEC names, or by the one that is built here. --style chooses another way of writing it; with --auth outside,
authentication stands before the CORS layer; --emit prints the CORS part of the configuration and ends.
"""

import argparse
import asyncio
import os
import pathlib
import signal
import subprocess
import sys
import tempfile
import threading

import upstream

sys.path.insert(0, str(pathlib.Path(__file__).parents[1] / "python"))
from policy import Policy, Refusal, emitted


def parse(styles=()):
    """The command line; its policy is read."""
    parser = argparse.ArgumentParser()
    parser.add_argument("--policy", required=True, type=pathlib.Path)
    parser.add_argument("--port", type=int, default=8000)
    parser.add_argument("--auth", choices=["inside", "outside"], default="inside")
    parser.add_argument("--style", choices=["careful", *styles], default="careful")
    parser.add_argument("--binary", help="the server's executable, where it is not installed on the system")
    parser.add_argument("--emit", action="store_true")
    arguments = parser.parse_args()
    arguments.file = arguments.policy
    arguments.policy = Policy.read(arguments.file)
    return arguments


def start_upstream(policy):
    """The port of an application behind the proxy, which runs in a thread of this process."""
    listener = upstream.listening()
    served = upstream.serve(listener, policy.carried())
    threading.Thread(target=asyncio.run, args=(served,), daemon=True).start()
    return listener.getsockname()[1]


def run(command, files):
    """Runs the server in the foreground, in a folder of its own that has the files, and ends as it does.

    In the command and in the files, @FOLDER@ is the folder's path.
    """
    with tempfile.TemporaryDirectory(prefix="corspec-peer-") as folder:
        for name, text in files.items():
            file = pathlib.Path(folder, name)
            file.parent.mkdir(exist_ok=True)
            file.write_text(text.replace("@FOLDER@", folder))
        process = None

        def end(*_):
            if process:
                process.terminate()

        signal.signal(signal.SIGTERM, end)
        signal.signal(signal.SIGINT, end)
        # What a server keeps for its next start is kept in the folder too, and goes with it.
        environment = os.environ | {"HOME": folder, "XDG_CONFIG_HOME": folder, "XDG_DATA_HOME": folder}
        process = subprocess.Popen([part.replace("@FOLDER@", folder) for part in command], env=environment)
        code = process.wait()
    sys.exit(code if code >= 0 else 128 - code)


def main(cors, whole, styles=()):
    """Prints the CORS part of the configuration, or makes the whole and runs it. A refused policy ends with code 1.

    cors(arguments) is the CORS part; whole(arguments, cors part) is the command and the files.
    """
    arguments = parse(styles)
    try:
        part = cors(arguments)
    except Refusal as refusal:
        sys.exit(f"refused: {refusal}")
    if arguments.emit:
        print(part)
    else:
        run(*whole(arguments, part))
