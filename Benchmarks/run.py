"""Runs Homeward and its peers in turn, whole processes, and prints what they took as a Markdown table.

`./bench` prepares what this needs and calls it.
"""

import argparse
import os
import re
import subprocess
import sys
import tempfile
from pathlib import Path

import checking
import fees
import forecasting
import futures
import plans
import web
from runs import ROUNDS, Jobs

HERE = Path(__file__).parent
DOCUMENT = HERE.parent / "docs" / "performance.md"
BEGIN, END = "<!-- measured by ./bench --write -->", "<!-- end of measured -->"


HEADING = [
    "| Measure | Homeward | Peer | Peer ÷ Homeward | Target | Met |",
    "|---|--:|--:|--:|--:|---|",
]


def machine():
    model = re.search(r"model name\s*: (.*)", Path("/proc/cpuinfo").read_text())
    version = subprocess.run(["swift", "--version"], capture_output=True, text=True)
    swift = re.search(r"Swift version \S+", version.stdout + version.stderr)
    return f"{os.cpu_count()} cores, {model[1] if model else 'CPU unknown'}; {swift[0] if swift else 'Swift'}"


def versions(python, peer):
    """A peer's version and those of what it stands on."""
    ask = """if True:
        import platform, sys
        from importlib.metadata import version
        names = (sys.argv[1], "pandas", "numpy")
        print(*(f"{name} {version(name)}" for name in names), f"Python {platform.python_version()}", sep=", ")"""
    return subprocess.run([python, "-c", ask, peer], capture_output=True, text=True, check=True).stdout.strip()


def notes(done, options):
    rows, episodes = (done["all 100"].runs[0].stages[name] for name in ("rows", "clean_episodes"))
    slow = len(done["peer all 100"].runs)
    few = f"{slow} run" + ("s" if slow > 1 else "") if slow else "no run"
    runs = f"Medians of {ROUNDS} runs, taken in turn"
    if slow < ROUNDS:
        runs += f" (the peer's stock and rates: {few})"
    return [
        f"{machine()}. Load average at the start: {options.load}. Peer of loading and forecasting: "
        f"{versions(options.peer_python, 'cs-demand-model')}. Peer of checking: "
        f"{versions(options.validator_python, 'csc-validator-be-903')}.",
        f"{runs}. 100 copies are {rows:,} rows, of which {episodes:,} episodes remain after joining.",
        "Both programs forecast the same numbers of children, to 1 part in 10⁹.",
        checking.note(done, options),
        futures.note(done),
    ]


def write(text):
    document = DOCUMENT.read_text()
    if document.count(BEGIN) != 1 or document.count(END) != 1:
        sys.exit(f"bench: {DOCUMENT} must hold the lines {BEGIN} and {END} once each")
    before, rest = document.split(BEGIN)
    DOCUMENT.write_text(before + BEGIN + "\n" + text + "\n" + END + rest.split(END)[1])


def main():
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--bin", type=Path, required=True, help="folder of the built programs")
    parser.add_argument("--copies", type=Path, required=True, help="folder of the copies 1, 10 and 100")
    parser.add_argument("--fake", type=Path, required=True, help="folder of the fake return's copies and XML")
    parser.add_argument("--example", type=Path, required=True, help="the example council's returns")
    parser.add_argument("--assets", type=Path, required=True, help="the application's style sheets and scripts")
    parser.add_argument("--peer-python", required=True, help="interpreter that has the peer")
    parser.add_argument("--validator-python", required=True, help="interpreter that has the sector's validator")
    parser.add_argument("--baselines", type=Path, required=True, help="folder of the Monte Carlo baselines")
    parser.add_argument("--baseline-python", required=True, help="interpreter that has NumPy and Numba")
    parser.add_argument("--peer-runs", type=int, default=1, help="runs of the peer's slowest job")
    parser.add_argument("--load", type=float, default=os.getloadavg()[0], help="load average to report")
    parser.add_argument("--quick", action="store_true", help="leave out the longest runs of the peers")
    parser.add_argument("--write", action="store_true", help="put the table into docs/performance.md")
    options = parser.parse_args()

    if options.load > os.cpu_count() / 2:
        print(f"The machine is busy (load average {options.load}): times may be too long.", file=sys.stderr)
    with tempfile.TemporaryDirectory() as scratch:
        todo = Jobs(forecasting.jobs(options, Path(scratch) / "model.json"))
        todo.update(checking.jobs(options, Path(scratch)))
        todo.update(futures.jobs(options))
        if (options.example / "fees.csv").exists():
            todo.update(fees.jobs(options, scratch))
        todo.update(plans.jobs(options, scratch))
        for turn in range(ROUNDS):
            print(f"Round {turn + 1} of {ROUNDS}…", file=sys.stderr)
            for job in todo.values():
                job.go()
    forecasting.check_agreement(todo)
    table = HEADING + forecasting.lines(todo) + checking.lines(todo) + futures.lines(todo)
    if "fees" in todo:
        table += fees.lines(todo)
    table += plans.lines(todo) + web.lines(options)
    text = "\n".join([*table, "", *notes(todo, options)])
    print(text)
    if options.write:
        write(text)


if __name__ == "__main__":
    main()
