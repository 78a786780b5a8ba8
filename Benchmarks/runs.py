"""Runs of whole processes, and how their figures are shown in a Markdown table."""

import json
import os
import statistics
import subprocess
import sys
import tempfile
import time

ROUNDS = 5


class Run:
    """One finished process: seconds of wall and CPU time, megabytes at its peak, and the JSON it printed."""

    def __init__(self, *command, setting=None):
        command = [str(word) for word in command]
        with tempfile.TemporaryFile() as out, tempfile.TemporaryFile() as errors:
            start = time.perf_counter()
            process = subprocess.Popen(command, stdout=out, stderr=errors, env=os.environ | (setting or {}))
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
    """A command that is run once a round, at most `times` times, with `setting` in its environment."""

    def __init__(self, *command, times=ROUNDS, setting=None):
        self.command, self.times, self.setting, self.runs = command, times, setting, []

    def go(self):
        if len(self.runs) < self.times:
            self.runs.append(Run(*self.command, setting=self.setting))

    def median(self, figure):
        """The median of a figure of the runs; None where there was no run."""
        return statistics.median(map(figure, self.runs)) if self.runs else None


class Jobs(dict):
    """Jobs by name. A program's job and its peer's differ by the word "peer" before the name."""

    def wall(self, name):
        return self[name].median(lambda run: run.wall)

    def stage(self, name, *stages):
        return self[name].median(lambda run: run.seconds(*stages))

    def pair(self, measure, show, name, figure, target=None):
        """A line of the table: a figure of a job and of the peer's."""
        return row(measure, show, self[name].median(figure), self["peer " + name].median(figure), target)


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
