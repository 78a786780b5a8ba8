"""Runs Homeward and its peer in turn, whole processes, and prints what they took as a Markdown table.

`./bench` prepares what this needs and calls it.
"""

import argparse
import json
import os
import re
import statistics
import subprocess
import sys
import tempfile
import time
from pathlib import Path

HERE = Path(__file__).parent
DOCUMENT = HERE.parent / "docs" / "performance.md"
BEGIN, END = "<!-- measured by ./bench --write -->", "<!-- end of measured -->"
ROUNDS = 5


class Run:
    """One finished process: seconds of wall and CPU time, megabytes at its peak, and the JSON it printed."""

    def __init__(self, *command):
        command = [str(word) for word in command]
        with tempfile.TemporaryFile() as out, tempfile.TemporaryFile() as errors:
            start = time.perf_counter()
            process = subprocess.Popen(command, stdout=out, stderr=errors)
            _, status, usage = os.wait4(process.pid, 0)
            self.wall = time.perf_counter() - start
            process.returncode = os.waitstatus_to_exitcode(status)
            if process.returncode != 0:
                errors.seek(0)
                sys.exit(f"bench: {' '.join(command)} failed:\n{errors.read().decode(errors='replace')}")
            out.seek(0)
            text = out.read().decode()
        self.cpu = usage.ru_utime + usage.ru_stime
        self.memory = usage.ru_maxrss * 1024 / 1e6
        self.stages = json.loads(text) if text.startswith("{") else {}

    def seconds(self, *stages):
        return sum(self.stages[stage + "_ms"] for stage in stages) / 1000


class Job:
    """A command that is run once a round, at most `times` times."""

    def __init__(self, *command, times=ROUNDS):
        self.command, self.times, self.runs = command, times, []

    def go(self):
        if len(self.runs) < self.times:
            self.runs.append(Run(*self.command))

    def median(self, figure):
        """The median of a figure of the runs; None where there was no run."""
        return statistics.median(map(figure, self.runs)) if self.runs else None


def jobs(options, model):
    """What is run in a round, in order: Homeward and the peer in turn, so that both meet a slow spell."""
    stages, homeward = options.bin / "stages", options.bin / "homeward"
    peer = [options.peer_python, HERE / "peer_stages.py"]
    copies = {number: options.copies / str(number) for number in (1, 10, 100)}
    large = 0 if options.quick else ROUNDS
    result = {
        "load 100": Job(stages, copies[100], "--load-only"),
        "peer load 100": Job(*peer, copies[100], "--load-only", times=large),
        "load 10": Job(stages, copies[10], "--load-only"),
        "peer load 10": Job(*peer, copies[10], "--load-only"),
        "all 100": Job(stages, copies[100]),
        "peer all 100": Job(*peer, copies[100], times=min(large, options.peer_runs)),
        "all 1": Job(stages, copies[1]),
        "peer all 1": Job(*peer, copies[1], "--model", model),
        "numpy": Job(options.peer_python, HERE / "numpy_steps.py", model),
        "forecast 1": Job(homeward, "forecast", copies[1], "--quiet"),
        "peer predict 1": Job(options.peer_python, "-m", "cs_demand_model", "predict", copies[1]),
    }
    if options.example.is_dir():
        result["forecast example"] = Job(homeward, "forecast", options.example, "--quiet")
    return result


def check_agreement(done):
    """Ends where the programs did not compute the same."""
    pairs = [("all 1", "peer all 1"), ("all 1", "numpy"), ("all 100", "peer all 100")]
    for ours, theirs in pairs:
        for run in done[theirs].runs:
            for name in ("clean_episodes", "in_care", "in_care_365", "in_care_1826"):
                a, b = done[ours].runs[0].stages[name], run.stages.get(name)
                if b is not None and abs(a - b) > 1e-9 * abs(b):
                    sys.exit(f"bench: the programs disagree on {name} ({ours}): {a}, {theirs}: {b}")


def show_time(seconds):
    value, unit = (seconds, "s") if seconds >= 1 else (seconds * 1000, "ms")
    return f"{value:.{2 if value < 10 else 1 if value < 100 else 0}f} {unit}"


def show_memory(megabytes):
    return f"{megabytes:.0f} MB"


def show_times(factor):
    return f"{factor:.1f}×" if factor < 100 else f"{factor:,.0f}×"


def row(measure, show, ours, theirs, target=None, ratio=True):
    """A line of the table. `target` is a limit and its words; a figure not measured is shown as –."""
    limit, words = target or (None, "–")
    cells = [
        measure,
        show(ours),
        "–" if theirs is None else show(theirs),
        "–" if theirs is None or not ratio else show_times(theirs / ours),
        words,
        "–" if limit is None else "yes" if ours < limit else "**no**",
    ]
    return "| " + " | ".join(cells) + " |"


def table(done):
    def wall(name):
        return done[name].median(lambda run: run.wall)

    def stage(name, *stages):
        return done[name].median(lambda run: run.seconds(*stages))

    def pair(measure, show, name, figure, target=None):
        return row(measure, show, done[name].median(figure), done["peer " + name].median(figure), target)

    growth = wall("load 100") / wall("load 10")
    slow = wall("peer load 100")
    peer_growth = slow and slow / wall("peer load 10")
    forecast = stage("all 1", "forecast1826")
    numpy, peer = stage("numpy", "forecast1826"), stage("peer all 1", "forecast1826")
    instant = (0.001, "under 1 ms")
    lines = [
        "| Measure | Homeward | Peer | Peer ÷ Homeward | Target | Met |",
        "|---|--:|--:|--:|--:|---|",
        pair("Load and join 100 copies", show_time, "load 100", lambda r: r.wall, (1, "under 1 s")),
        pair("… CPU time", show_time, "load 100", lambda r: r.cpu),
        pair("… peak memory", show_memory, "load 100", lambda r: r.memory, (400, "under 400 MB")),
        pair("Load and join 10 copies", show_time, "load 10", lambda r: r.wall),
        row("… 100 copies ÷ 10", show_times, growth, peer_growth, (12, "under 12×"), ratio=False),
        pair("Stock and rates of 100 copies", show_time, "all 100", lambda r: r.seconds("stock", "rates"),
             (0.5, "under 0.5 s")),
        row("Stock-flow forecast of 1,826 days, by day", show_time, forecast, peer, instant),
        row("… peer: the same steps in plain NumPy", show_time, forecast, numpy, instant),
        row("`homeward forecast`, 1 copy (peer: `predict`, one year, no cost)", show_time, wall("forecast 1"),
            wall("peer predict 1")),
    ]
    if "forecast example" in done:
        lines.append(row("`homeward forecast`, example council", show_time, wall("forecast example"), None))
    return lines


def machine():
    model = re.search(r"model name\s*: (.*)", Path("/proc/cpuinfo").read_text())
    version = subprocess.run(["swift", "--version"], capture_output=True, text=True)
    swift = re.search(r"Swift version \S+", version.stdout + version.stderr)
    return f"{os.cpu_count()} cores, {model[1] if model else 'CPU unknown'}; {swift[0] if swift else 'Swift'}"


def versions(python):
    """The peer's version and those of what it stands on."""
    ask = """if True:
        import platform
        from importlib.metadata import version
        names = ("cs-demand-model", "pandas", "numpy")
        print(*(f"{name} {version(name)}" for name in names), f"Python {platform.python_version()}", sep=", ")"""
    return subprocess.run([python, "-c", ask], capture_output=True, text=True, check=True).stdout.strip()


def notes(done, options):
    rows, episodes = (done["all 100"].runs[0].stages[name] for name in ("rows", "clean_episodes"))
    slow = len(done["peer all 100"].runs)
    few = f"{slow} run" + ("s" if slow > 1 else "") if slow else "no run"
    runs = f"Medians of {ROUNDS} runs, taken in turn"
    if slow < ROUNDS:
        runs += f" (the peer's stock and rates: {few})"
    return [
        f"{machine()}. Peer: {versions(options.peer_python)}. Load average at the start: {options.load}.",
        f"{runs}. 100 copies are {rows:,} rows, of which {episodes:,} episodes remain after joining.",
        "Both programs forecast the same numbers of children, to 1 part in 10⁹.",
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
    parser.add_argument("--example", type=Path, required=True, help="the example council's returns")
    parser.add_argument("--peer-python", required=True, help="interpreter that has the peer")
    parser.add_argument("--peer-runs", type=int, default=1, help="runs of the peer's slowest job")
    parser.add_argument("--load", type=float, default=os.getloadavg()[0], help="load average to report")
    parser.add_argument("--quick", action="store_true", help="no run of the peer on 100 copies")
    parser.add_argument("--write", action="store_true", help="put the table into docs/performance.md")
    options = parser.parse_args()

    if options.load > os.cpu_count() / 2:
        print(f"The machine is busy (load average {options.load}): times may be too long.", file=sys.stderr)
    with tempfile.TemporaryDirectory() as scratch:
        todo = jobs(options, Path(scratch) / "model.json")
        for turn in range(ROUNDS):
            print(f"Round {turn + 1} of {ROUNDS}…", file=sys.stderr)
            for job in todo.values():
                job.go()
    check_agreement(todo)
    text = "\n".join(table(todo)) + "\n\n" + "\n".join(notes(todo, options))
    print(text)
    if options.write:
        write(text)


if __name__ == "__main__":
    main()
