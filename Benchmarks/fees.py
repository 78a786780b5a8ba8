"""What is measured of the fee ledger: 100,000 lines of the example's, held against as many children's returns; and the
outturn of the example council."""

import csv
from pathlib import Path

from runs import Job, row, show_memory, show_time

LINES = 100_000


def copies(example, folder):
    """The example's ledger and returns as often as makes 100,000 lines, each copy's children with numbers of their own."""
    with open(example / "fees.csv", newline="") as file:
        ledger = list(csv.reader(file))
    times = -(-LINES // (len(ledger) - 1))
    folder.mkdir(parents=True, exist_ok=True)
    repeat(example / "fees.csv", folder / "fees.csv", times, LINES)
    for path in sorted(example.glob("20*/*.csv")):
        if path.name in ("header.csv", "episodes.csv"):
            target = folder / "returns" / path.parent.name / path.name
            target.parent.mkdir(parents=True, exist_ok=True)
            repeat(path, target, times)
    return folder


def repeat(source, target, times, most=None):
    with open(source, newline="") as file:
        columns, *rows = csv.reader(file)
    child = columns.index("CHILD")
    with open(target, "w", newline="") as file:
        writer = csv.writer(file, lineterminator="\n")
        writer.writerow(columns)
        written = 0
        for copy in range(times):
            for values in rows:
                if written == most:
                    return
                writer.writerow([*values[:child], f"{chr(65 + copy)}{values[child]}", *values[child + 1 :]])
                written += 1


def jobs(options, scratch):
    folder = copies(options.example, Path(scratch) / "fees")
    homeward = options.bin / "homeward"
    returns = ["--returns", folder / "returns", "--prices", options.example / "prices.csv", "--quiet", "--json"]
    outturn = ["--fees", options.example / "fees.csv", "--prices", options.example / "prices.csv", "--budget",
               options.example / "budget.csv", "--as-of", "2025-09-30", "--store", folder / "none.sqlite",
               "--quiet", "--json"]
    return {
        "fees": Job(homeward, "fees", folder / "fees.csv", *returns),
        "outturn": Job(homeward, "outturn", options.example, *outturn),
    }


def lines(done):
    return [
        row("Reconcile 100,000 fee lines with 21 copies of the example's returns, read and all", show_time,
            done.wall("fees"), None, (2, "under 2 s")),
        row("… peak memory", show_memory, max(r.memory for r in done["fees"].runs), None, (300, "under 300 MB")),
        row("`homeward outturn`, example council, 1,000 futures to 31 March, one core", show_time,
            done.wall("outturn"), None, (2, "under 2 s")),
    ]
